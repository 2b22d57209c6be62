import { it } from 'vitest';
import { checkPagesLimits } from '../../src/publish/deploy/check-limits.ts';
import { deployFileTooLarge } from '../../src/rules/deploy-file-too-large.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('refuses a file of more than 100 MB', () => {
  const files = [{ path: 'api/x.json', kind: 'file', sizeBytes: 131e6 } as const];
  const findings = checkPagesLimits(files, 'dist/', 'github-pages');
  expectOnly(findings, deployFileTooLarge, { size: '131 MB', limit: '105 MB' }, { file: 'dist/api/x.json' });
});
