/** PSD1_TYPE: a value of another kind than expected. */
import { defineRule } from '../domain/rule.ts';

export const psd1Type = defineRule<{ key: string; expected: string }>({
  code: 'PSD1_TYPE',
  severity: 'warning',
  isAdjustable: true,
  title: 'A value of another kind than expected',
  why: 'PowerShell ignores it or refuses the module.',
  message: ({ key, expected }) => `${key} should be ${expected}.`,
  remedy: () => 'Correct the value; New-ModuleManifest shows how each key is written.',
  example: { expected: 'text', key: 'Description' },
});
