/** YAML_SYNTAX: a file of the index is not YAML. */
import { defineRule } from '../domain/rule.ts';

export const yamlSyntax = defineRule<{ problem: string }>({
  code: 'YAML_SYNTAX',
  severity: 'error',
  title: 'A file of the index is not YAML',
  why: 'Nothing in a file that cannot be parsed can be trusted, so the whole gallery would be built on a guess.',
  message: ({ problem }) => `This file is not valid YAML: ${problem.replace(/\.?$/, '.')}`,
  remedy: () => 'Correct the line that is named. An editor with YAML support marks the place.',
  example: { problem: 'Tabs are not allowed as indentation' },
});
