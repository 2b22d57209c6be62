import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { applySeverities, checkSeverities } from '../../src/publish/apply-severities.ts';

const finding = (code: string, severity: Finding['severity']): Finding => ({
  code,
  severity,
  place: { file: 'a.nupkg' },
  args: {},
});

describe('applySeverities', () => {
  it.each([
    ['META_AUTHOR_MISSING', 'warning', ['warning']],
    ['META_AUTHOR_MISSING', 'off', []],
    ['META_AUTHOR_MISSING', 'note', ['note']],
    ['ZIP_OVERLAP', 'off', ['error']],
    ['VERSION_MISMATCH', 'warning', ['error']],
  ] as const)('of %s set to %s leaves %j', (code, wanted, expected) => {
    const found = applySeverities([finding(code, 'error')], { [code]: wanted });
    expect(found.map(({ severity }) => severity)).toEqual(expected);
  });

  it('leaves what is not named', () => {
    const findings = [finding('META_AUTHOR_MISSING', 'error')];
    expect(applySeverities(findings, { META_DESCRIPTION_MISSING: 'off' })).toEqual(findings);
  });
});

it('tells of codes that there are not and of rules that are fixed', () => {
  const severities = { META_AUTHOR_MISSING: 'off', ZIP_OVERLAP: 'off', NO_SUCH_RULE: 'off' } as const;
  expect(checkSeverities(severities, 'gallery.yaml').map(({ code }) => code)).toEqual([
    'SEVERITY_FIXED',
    'SEVERITY_UNKNOWN_RULE',
  ]);
});
