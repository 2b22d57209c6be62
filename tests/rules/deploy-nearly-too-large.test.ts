import { it } from 'vitest';
import { checkPagesLimits } from '../../src/publish/deploy/check-limits.ts';
import { deployNearlyTooLarge } from '../../src/rules/deploy-nearly-too-large.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('warns of a site of more than four fifths of 1 GB', () => {
  const files = Array.from(
    { length: 15 },
    (_, index) => ({ path: `${index}`, kind: 'file', sizeBytes: 60e6 }) as const,
  );
  const findings = checkPagesLimits(files, 'dist/', 'github-pages');
  expectOnly(
    findings,
    deployNearlyTooLarge,
    { size: '900 MB', percent: 83, limit: '1.07 GB' },
    { file: 'dist/' },
  );
});
