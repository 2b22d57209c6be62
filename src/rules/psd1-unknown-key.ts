/** PSD1_UNKNOWN_KEY: a key that no manifest may have. */
import { defineRule } from '../domain/rule.ts';

export const psd1UnknownKey = defineRule<{ key: string }>({
  code: 'PSD1_UNKNOWN_KEY',
  severity: 'error',
  isAdjustable: true,
  title: 'A key that no manifest may have',
  why: 'PowerShell refuses to load a module whose manifest has keys that it does not know.',
  message: ({ key }) => `${key} is no key of a module manifest.`,
  remedy: () => 'Remove it, or put it under PrivateData, where anything may stand.',
  example: { key: 'Licence' },
});
