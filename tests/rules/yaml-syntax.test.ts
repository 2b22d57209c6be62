import { expect, it } from 'vitest';
import { readRecord } from '../../src/read/record.ts';
import { yamlSyntax } from '../../src/rules/yaml-syntax.ts';

const read = (text: string) => readRecord(text, { file: 'Tools.yaml' }).findings;

it.each([
  ['a bracket that is not closed', 'id: Tools\nowners: [a\n', 3],
  ['a tab as indentation', 'id: Tools\nowners:\n\t- a\n', 3],
  ['a key that stands twice', 'id: Tools\nowners: [a]\nid: Other\n', 3],
  ['a quote that is not closed', 'id: "Tools\nowners: [a]\n', 3],
  ['a second document', 'id: Tools\nowners: [a]\n---\nid: Other\n', 3],
])('names the line of %s', (_, text, line) => {
  const [finding] = read(text);
  expect(finding).toMatchObject({
    code: yamlSyntax.code,
    severity: 'error',
    place: { file: 'Tools.yaml', line },
  });
  const problem = String(finding?.args.problem);
  expect(problem.length).toBeGreaterThan(5);
  expect(yamlSyntax.message({ problem })).toContain(problem);
});
