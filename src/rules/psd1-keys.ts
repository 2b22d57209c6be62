/** PSD1_KEYS: too many keys in a hashtable. */
import { defineRule } from '../domain/rule.ts';

export const psd1Keys = defineRule<{ found: number; limit: number }>({
  code: 'PSD1_KEYS',
  severity: 'error',
  title: 'Too many keys in a hashtable',
  why: 'PowerShell reads data files of at most 500 keys.',
  message: ({ found, limit }) => `This hashtable has ${found} keys; at most ${limit} are read.`,
  remedy: () => 'Move the data into a file of its own.',
  example: { found: 502, limit: 500 },
});
