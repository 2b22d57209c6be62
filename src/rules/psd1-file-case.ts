/** PSD1_FILE_CASE: the manifest spells a file in other letters. */
import { defineRule } from '../domain/rule.ts';

export const psd1FileCase = defineRule<{ key: string; file: string; found: string }>({
  code: 'PSD1_FILE_CASE',
  severity: 'warning',
  isAdjustable: true,
  title: 'The manifest spells a file in other letters',
  why: 'Where file names have case, as on Linux, PowerShell does not find it and refuses to load the module.',
  message: ({ key, file, found }) => `${key} names ${file}, and the file in the package is ${found}.`,
  remedy: () => 'Spell both alike, in upper and lower case too.',
  example: { key: 'RootModule', file: 'contoso.tools.psm1', found: 'Contoso.Tools.psm1' },
});
