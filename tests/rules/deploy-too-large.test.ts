import { it } from 'vitest';
import { checkPagesLimits } from '../../src/publish/deploy/check-limits.ts';
import { deployTooLarge } from '../../src/rules/deploy-too-large.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('refuses a site of more than 1 GB', () => {
  const files = Array.from(
    { length: 20 },
    (_, index) => ({ path: `${index}`, kind: 'file', sizeBytes: 60e6 }) as const,
  );
  const findings = checkPagesLimits(files, 'dist/', 'github-pages');
  expectOnly(findings, deployTooLarge, { size: '1.20 GB', limit: '1.07 GB' }, { file: 'dist/' });
});
