import { describe, expect, it } from 'vitest';
import { parsePushTarget } from '../../../src/gateway/push/push-target.ts';
import fc from '../../support/laws.ts';

const of = (id: string, version: string, listed: boolean) => ({ kind: 'listing', id, version, listed });
const PUBLISH = { kind: 'publish' };

describe('the address of a push', () => {
  it.each<[string, string, object]>([
    ['PUT', '/api/v2/package', PUBLISH],
    ['PUT', '/api/v2/package/', PUBLISH],
    ['PUT', '/api/v2/', PUBLISH],
    ['PUT', '/api/v2', PUBLISH],
    ['DELETE', '/api/v2/package/Contoso.Tools/1.0.0', of('Contoso.Tools', '1.0.0', false)],
    ['DELETE', '/api/v2/Contoso.Tools/1.0.0', of('Contoso.Tools', '1.0.0', false)],
    ['POST', '/api/v2/package/Contoso.Tools/1.0.0-beta+x', of('Contoso.Tools', '1.0.0-beta+x', true)],
    ['POST', '/api/v2/package/Contoso%2ETools/1.0.0-beta%2Bx', of('Contoso.Tools', '1.0.0-beta+x', true)],
  ])('%s %s is understood', (method, path, target) => expect(parsePushTarget(method, path)).toEqual(target));

  it.each([
    ['GET', '/api/v2/package/Contoso.Tools/1.0.0'],
    ['HEAD', '/api/v2/package'],
    ['PUT', '/api/v2/package//'],
    ['PUT', '/api/v2/package/Contoso.Tools/1.0.0'],
    ['PUT', '/api/v3/package'],
    ['PUT', '/x/api/v2/package'],
    ['POST', '/api/v2/package'],
    ['DELETE', '/api/v2/package/Contoso.Tools'],
    ['DELETE', '/api/v2/package/Contoso.Tools/1.0.0/'],
    ['DELETE', '/api/v2/package/Contoso.Tools/1.0.0/x'],
    ['DELETE', '/api/v2/package//1.0.0'],
    ['delete', '/api/v2/package/Contoso.Tools/1.0.0'],
  ])('%s %s is none', (method, path) => expect(parsePushTarget(method, path)).toBeUndefined());

  it.each<[string, readonly string[]]>([
    ['/api/v2/package/../1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/%2e%2e/1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/..%2f..%2fetc/passwd', ['NAME_GRAMMAR', 'VERSION_GRAMMAR']],
    ['/api/v2/package/%252e%252e/1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/a%00/1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/a%/1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/%ff/1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/a\\b/1.0.0', ['NAME_GRAMMAR']],
    ['/api/v2/package/a/1.0.0%0d%0aX: y', ['VERSION_GRAMMAR']],
    ['/api/v2/package/a/latest', ['VERSION_GRAMMAR']],
    [`/api/v2/package/${'a'.repeat(101)}/1.0.0`, ['NAME_GRAMMAR']],
    [`/api/v2/package/a/${'1'.repeat(100_000)}`, ['VERSION_GRAMMAR']],
  ])('%s is of no package', (path, codes) => {
    const target = parsePushTarget('DELETE', path);
    expect(target?.kind).toBe('malformed');
    if (target?.kind !== 'malformed') return;
    expect(target.findings.map(({ code }) => code)).toEqual(codes);
    expect(JSON.stringify(target.findings).length).toBeLessThan(1000);
  });

  it('never names anything but an id and a version', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('..', '%2e', '%2f', '/', '\\', 'a', '1.0', '%00'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const target = parsePushTarget('DELETE', `/api/v2/package/${parts.join('')}`);
        if (target?.kind !== 'listing') return;
        expect(target.id).toMatch(/^[A-Za-z0-9_.-]{1,100}$/);
        expect(target.version).toMatch(/^[0-9A-Za-z.+-]{1,64}$/);
        expect(target.id + target.version).not.toContain('..');
      }),
      { numRuns: 500 },
    );
  });
});
