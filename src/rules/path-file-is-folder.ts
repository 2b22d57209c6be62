/** PATH_FILE_IS_FOLDER: a file that is also a folder. */
import { defineRule } from '../domain/rule.ts';

export const pathFileIsFolder = defineRule<Record<string, never>>({
  code: 'PATH_FILE_IS_FOLDER',
  severity: 'error',
  title: 'A file that is also a folder',
  why: 'It cannot be unpacked.',
  message: () => 'This path is a file, and at the same time a folder of other entries.',
  remedy: () => 'Rename one of the two and pack again.',
  example: {},
});
