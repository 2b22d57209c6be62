import { it } from 'vitest';
import { checkPagesLimits } from '../../src/publish/deploy/check-limits.ts';
import { deployFileNearlyTooLarge } from '../../src/rules/deploy-file-nearly-too-large.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('warns of a listing of more than four fifths of 100 MB', () => {
  const files = [{ path: 'api/x.json', kind: 'file', sizeBytes: 93e6 } as const];
  const findings = checkPagesLimits(files, 'dist/', 'github-pages');
  expectOnly(
    findings,
    deployFileNearlyTooLarge,
    { size: '93 MB', percent: 88, limit: '105 MB' },
    { file: 'dist/api/x.json' },
  );
});
