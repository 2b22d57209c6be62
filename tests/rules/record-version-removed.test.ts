import { describe, expect, it } from 'vitest';
import { recordVersionRemoved } from '../../src/rules/record-version-removed.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';
import { makeRecord, planOf } from '../support/publish-facts.ts';

describe('a removed version', () => {
  it.each(['1.0.0', '1.0', '1.0.0.0'])('does not come back as %s when it is published', (version) => {
    const { change, findings } = planOf({ version, known: [{ versions: ['2.0.0-a'], removed: ['1.0.0'] }] });
    expectOnly(findings, recordVersionRemoved, { version });
    expect(change).toBeUndefined();
  });

  it('does not come back in its record', () => {
    const { removed } = makeRecord({ removed: ['1.0'] });
    const findings = indexFindings([{ id: 'Contoso.Tools', removed, versions: ['1.0.0', '1.1.0'] }]);
    expectOnly(
      findings,
      recordVersionRemoved,
      { version: '1.0.0' },
      { file: 'packages-index/packages/Contoso.Tools.yaml' },
    );
  });

  it('is in the way of no other version', () => {
    expect(
      codesOf(planOf({ version: '1.0.1', known: [{ versions: [], removed: ['1.0.0'] }] }).findings),
    ).toEqual([]);
  });
});
