import { it } from 'vitest';
import { checkSeverities } from '../../src/publish/apply-severities.ts';
import { severityFixed } from '../../src/rules/severity-fixed.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a severity is set for a rule that cannot be changed', () => {
  expectRule(severityFixed, checkSeverities({ ZIP_OVERLAP: 'off' }, 'gallery.yaml'));
});
