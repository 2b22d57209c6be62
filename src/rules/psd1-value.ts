/** PSD1_VALUE: a value that PowerShell cannot take. */
import { defineRule } from '../domain/rule.ts';

export const psd1Value = defineRule<{ key: string; value: string; expected: string }>({
  code: 'PSD1_VALUE',
  severity: 'error',
  isAdjustable: true,
  title: 'A value that PowerShell cannot take',
  why: 'PowerShell refuses to load the module.',
  message: ({ key, value, expected }) => `${key} is ${value}, and ${expected} is expected.`,
  remedy: () => 'Correct the value; New-ModuleManifest shows how each key is written.',
  example: { expected: 'a GUID', key: 'GUID', value: 'Contoso.Tools' },
});
