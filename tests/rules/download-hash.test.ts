import { join } from 'node:path';
import { expect, it } from 'vitest';
import { downloadHash } from '../../src/rules/download-hash.ts';
import { readCase, runCase } from '../support/request-case.ts';

it('refuses a file that is not the one that was meant', async () => {
  const { verdict } = await runCase(
    readCase(join(import.meta.dirname, '../requests/form-publish-wrong-hash')),
  );
  expect(verdict).toMatchObject({ kind: 'reject', findings: [{ code: downloadHash.code }] });
});
