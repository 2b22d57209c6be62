/** PSD1_DUPLICATE_KEY: a key stands twice in a hashtable. */
import { defineRule } from '../domain/rule.ts';

export const psd1DuplicateKey = defineRule<{ key: string }>({
  code: 'PSD1_DUPLICATE_KEY',
  severity: 'error',
  title: 'A key stands twice in a hashtable',
  why: 'PowerShell refuses to load the module.',
  message: ({ key }) => `The key ${key} is there already in this hashtable.`,
  remedy: () => 'Keep one of the two.',
  example: { key: 'moduleversion' },
});
