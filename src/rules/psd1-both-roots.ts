/** PSD1_BOTH_ROOTS: two root modules. */
import { defineRule } from '../domain/rule.ts';

export const psd1BothRoots = defineRule<Record<string, never>>({
  code: 'PSD1_BOTH_ROOTS',
  severity: 'error',
  isAdjustable: true,
  title: 'Two root modules',
  why: 'PowerShell refuses to load the module.',
  message: () => 'The manifest has both RootModule and ModuleToProcess.',
  remedy: () => 'Remove ModuleToProcess: RootModule is its name today.',
  example: {},
});
