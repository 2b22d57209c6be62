import { expect, it } from 'vitest';
import { readGallerySettings } from '../../src/read/gallery-settings.ts';
import { readRecord } from '../../src/read/record.ts';
import { yamlSchema } from '../../src/rules/yaml-schema.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';

const version = (text: string) => `id: Tools\nowners: [a]\nversions:\n  - version: ${text}\n`;

it('names path, line and column of a value that is not as the schema asks', () => {
  const text = 'title: Contoso\ndescription: Tools.\nowners: [a]\npolicy:\n  license: maybe\n';
  const { findings, value } = readGallerySettings(text, { file: 'gallery.yaml' });
  expect(value).toBeUndefined();
  const problem = String(findings[0]?.args.problem);
  expectOnly(
    findings,
    yamlSchema,
    { path: 'policy.license', problem },
    { file: 'gallery.yaml', line: 5, column: 12 },
  );
  expect(problem).toContain('"required"');
});

it('names the place of the nearest value above where one is missing', () => {
  const { findings } = readRecord('owners:\n  - a\n', { file: 'Tools.yaml' });
  expect(findings[0]).toMatchObject({
    code: yamlSchema.code,
    args: { path: 'id' },
    place: { line: 1, column: 1 },
  });
});

it('tells all faults in one run', () => {
  const { findings } = readRecord('id: Tools\nowners: [a b, c d]\nextra: 1\n', { file: 'Tools.yaml' });
  expect(codesOf(findings)).toEqual([yamlSchema.code, yamlSchema.code, yamlSchema.code]);
  expect(findings.map(({ args }) => args.path)).toEqual(['owners.0', 'owners.1', '']);
});

it.each([
  ['a version without quotes, which YAML takes for a number', version('1.0')],
  ['an empty file', ''],
  ['a list', '- id: Tools\n'],
  ['a text', 'Tools\n'],
])('refuses %s', (_, text) => {
  expect(codesOf(readRecord(text, { file: 'Tools.yaml' }).findings)).toContain(yamlSchema.code);
});
