import { expect, it } from 'vitest';
import { readRecord } from '../../src/read/record.ts';
import { YAML_MAX_LENGTH } from '../../src/read/yaml-document.ts';
import { yamlTooLarge } from '../../src/rules/yaml-too-large.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';

const text = (length: number) => 'id: Tools\nowners: [a]\n#'.padEnd(length, 'x');

it('refuses a file of one character too many before it is parsed', () => {
  const { findings } = readRecord(text(YAML_MAX_LENGTH + 1), { file: 'Tools.yaml' });
  expectOnly(findings, yamlTooLarge, { length: YAML_MAX_LENGTH + 1, limit: YAML_MAX_LENGTH });
});

it('reads one of exactly the largest length', () => {
  expect(codesOf(readRecord(text(YAML_MAX_LENGTH), { file: 'Tools.yaml' }).findings)).toEqual([]);
});
