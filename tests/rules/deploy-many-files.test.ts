import { it } from 'vitest';
import { checkPagesLimits } from '../../src/publish/deploy/check-limits.ts';
import { deployManyFiles } from '../../src/rules/deploy-many-files.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('warns of more files than a deployment may have time for', () => {
  const files = Array.from(
    { length: 52000 },
    (_, index) => ({ path: `${index}`, kind: 'file', sizeBytes: 1 }) as const,
  );
  const findings = checkPagesLimits(files, 'dist/', 'github-pages');
  expectOnly(
    findings,
    deployManyFiles,
    { count: 52_000, seconds: 520, limitSeconds: 600 },
    { file: 'dist/' },
  );
});
