import { join } from 'node:path';
import { expect, it } from 'vitest';
import { downloadRefused } from '../../src/rules/download-refused.ts';
import { readCase, runCase } from '../support/request-case.ts';

it.each([
  ['form-publish-gone', 'the answer is 404'],
  ['form-publish-other-host', 'the host is not allowed'],
])('refuses the address of %s: %s', async (name, problem) => {
  const { verdict } = await runCase(readCase(join(import.meta.dirname, '../requests', name)));
  expect(verdict).toMatchObject({
    kind: 'reject',
    findings: [{ code: downloadRefused.code, args: { problem } }],
  });
});
