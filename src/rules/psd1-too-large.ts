/** PSD1_TOO_LARGE: the manifest is too large. */
import { defineRule } from '../domain/rule.ts';

export const psd1TooLarge = defineRule<{ found: number; limit: number }>({
  code: 'PSD1_TOO_LARGE',
  severity: 'error',
  title: 'The manifest is too large',
  why: 'It is read for every package and on every import; real ones are of a few kilobytes.',
  message: ({ found, limit }) => `The manifest has ${found} bytes; at most ${limit} are read.`,
  remedy: () => 'Move the data into a file of its own.',
  example: { found: 9000000, limit: 8388608 },
});
