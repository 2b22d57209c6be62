/**
 * Every folder of tests/requests: what is decided about a request, what is said, what is done. To rewrite the golden files
 * after a wanted change, and read the difference before committing it:
 *
 *     UPDATE_GOLDENS=1 npx vitest run tests/actions/request-cases.test.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCase, runCase } from '../support/request-case.ts';
import { TOKEN } from '../support/request-gallery.ts';

const CASES = join(import.meta.dirname, '..', 'requests');
const names = readdirSync(CASES).sort();

it('has recorded a hundred cases', () => {
  expect(names.length).toBeGreaterThanOrEqual(100);
});

it.each(names)('%s', async (name) => {
  const folder = join(CASES, name);
  const { verdict, comment, actions } = await runCase(readCase(folder));
  const made = {
    'verdict.json': `${JSON.stringify(verdict, undefined, 2)}\n`,
    'comment.md': comment,
    'actions.json': `${JSON.stringify(actions, undefined, 2)}\n`,
  };
  for (const [file, text] of Object.entries(made)) {
    expect(text).not.toContain(TOKEN);
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(join(folder, file), text);
    expect(text, `${name}/${file} differs from its golden file`).toBe(
      readFileSync(join(folder, file), 'utf8'),
    );
  }
});
