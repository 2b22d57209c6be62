/** What a gateway takes in from another gallery, at the door of a real clone: beside what a key may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../../src/read/record.ts';
import { codesOf, keyOf, makePushClone, type PushClone } from '../../support/push-clone.ts';

let clone: PushClone;

beforeAll(async () => {
  // A clock that stands still: everything comes in one burst.
  clone = await makePushClone({ now: () => '2026-06-01T09:00:00Z' });
});
afterAll(() => clone.close());

const takenIn = (id: string) => ({
  publisher: 'newcomer',
  proof: { kind: 'upstream', reference: 'https://up.example/api/v2' } as const,
  grants: [{ scopes: ['push-new'] as const, ids: [id] }],
});
const NAMES = ['Pester', 'PSReadLine', 'ImportExcel', 'dbatools', 'Plaster', 'BurntToast', 'psake'];

describe('what is taken in', () => {
  it('has well-known names, an owner who has nothing here yet, and comes as fast as it is asked for', async () => {
    for (const id of NAMES) {
      const outcome = await clone.push({ id, version: '1.0.0' }, takenIn(id));
      expect([outcome.kind, codesOf(outcome)], id).toEqual(['done', []]);
    }
  });

  it('says in its record where it came from, and that its name was let pass', () => {
    const text = clone.run('show', 'HEAD:packages-index/packages/Pester.yaml');
    expect(readRecord(text, { file: 'Pester.yaml' }).value).toMatchObject({
      owners: ['newcomer'],
      versions: [
        {
          proof: { kind: 'upstream', reference: 'https://up.example/api/v2' },
          approvals: [{ rule: 'NAME_WELL_KNOWN', by: 'newcomer' }],
        },
      ],
    });
  });

  it('does not use up what its owner may push', async () => {
    const pushed = await clone.push({ id: 'Sample.Own', version: '1.0.0' }, keyOf('newcomer-ci'));
    expect(pushed.kind).toBe('done');
  });

  it('is refused when its name is much like one of ours', async () => {
    const outcome = await clone.push({ id: 'Sample.Tool', version: '1.0.0' }, takenIn('Sample.Tool'));
    expect(outcome.kind).toBe('refused');
    expect(codesOf(outcome)).toContain('PUBLISH_NEEDS_REVIEW');
  });

  it('cannot be what it was not asked for', async () => {
    const outcome = await clone.push({ id: 'Az.Accounts', version: '1.0.0' }, takenIn('Az.Tools'));
    expect(codesOf(outcome)).toEqual(['KEY_REFUSED']);
  });
});

describe('what a key brings', () => {
  it('waits for a maintainer when its name is well known', async () => {
    const outcome = await clone.push({ id: 'AWSPowerShell', version: '1.0.0' });
    expect(codesOf(outcome)).toContain('PUBLISH_NEEDS_REVIEW');
  });
});
