/** PSD1_FILE_ABSENT: a file that the manifest names is not in the package. */
import { defineRule } from '../domain/rule.ts';

export const psd1FileAbsent = defineRule<{ key: string; file: string }>({
  code: 'PSD1_FILE_ABSENT',
  severity: 'error',
  isAdjustable: true,
  title: 'A file that the manifest names is not in the package',
  why: 'PowerShell refuses to load the module.',
  message: ({ key, file }) => `${key} names ${file}, and the package has no such file.`,
  remedy: () => 'Add the file, or take it out of the manifest.',
  example: { key: 'RootModule', file: 'Contoso.Tools.psm1' },
});
