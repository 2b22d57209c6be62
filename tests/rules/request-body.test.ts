import { it } from 'vitest';
import { readPackageBody } from '../../src/gateway/push/package-body.ts';
import { requestBody } from '../../src/rules/request-body.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { byDotnet, PACKAGE, samplePush } from '../support/push-samples.ts';

it('refuses a form that was cut off', async () => {
  const whole = byDotnet(PACKAGE);
  const cut = { ...whole, bytes: whole.bytes.subarray(0, -10) };
  const read = await readPackageBody(samplePush(cut), {
    maxPackageBytes: 1000,
    lingerBytes: 0,
    deadline: () => new AbortController().signal,
  });
  const findings = read.ok ? [] : [read.problem.finding];
  expectOnly(findings, requestBody, { problem: 'it ends before its last boundary' }, { file: 'request' });
});
