import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pullHistory } from '../../src/rules/pull-history.ts';
import { readCase, runCase } from '../support/request-case.ts';

it('refuses a branch that has nothing in common with the gallery', async () => {
  const { verdict } = await runCase(readCase(join(import.meta.dirname, '../requests/orphan-history')));
  expect(verdict).toMatchObject({ kind: 'reject', findings: [{ code: pullHistory.code }] });
});
