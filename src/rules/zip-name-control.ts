/** ZIP_NAME_CONTROL: control characters in a name. */
import { defineRule } from '../domain/rule.ts';

export const zipNameControl = defineRule<Record<string, never>>({
  code: 'ZIP_NAME_CONTROL',
  severity: 'error',
  title: 'Control characters in a name',
  why: 'They make lists of files lie, and no file needs them.',
  message: () => 'The name of this entry holds control characters.',
  remedy: () => 'Rename the file and pack again.',
  example: {},
});
