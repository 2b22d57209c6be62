/** YAML_SCHEMA: a value in the index is not what its schema asks for. */
import { defineRule } from '../domain/rule.ts';

export const yamlSchema = defineRule<{ path: string; problem: string }>({
  code: 'YAML_SCHEMA',
  severity: 'error',
  title: 'A value in the index is not what its schema asks for',
  why: 'A misspelled key would otherwise be ignored in silence, and its author would believe it to be in force.',
  message: ({ path, problem }) => `${path === '' ? 'The file' : path}: ${problem}.`,
  remedy: () =>
    'Correct the value. The schema named on the first line of the file makes editors check it as you type.',
  example: { path: 'siteUrl', problem: 'an absolute http or https URL is expected' },
});
