/** PSD1_DEPTH: values nested too deep. */
import { defineRule } from '../domain/rule.ts';

export const psd1Depth = defineRule<{ limit: number }>({
  code: 'PSD1_DEPTH',
  severity: 'error',
  title: 'Values nested too deep',
  why: 'No manifest needs it, and readers run out of stack.',
  message: ({ limit }) => `Values are nested more than ${limit} deep.`,
  remedy: () => 'Simplify the manifest.',
  example: { limit: 64 },
});
