import { it } from 'vitest';
import { checkSeverities } from '../../src/publish/apply-severities.ts';
import { severityUnknownRule } from '../../src/rules/severity-unknown-rule.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a severity is set for a rule that there is not', () => {
  expectRule(severityUnknownRule, checkSeverities({ NO_SUCH: 'off' }, 'gallery.yaml'));
});
