/** PSD1_FORBIDDEN: a manifest with what PowerShell lets none have. */
import { defineRule } from '../domain/rule.ts';

export const psd1Forbidden = defineRule<{ found: string }>({
  code: 'PSD1_FORBIDDEN',
  severity: 'error',
  isAdjustable: true,
  title: 'Code that no manifest may have',
  why: 'PowerShell refuses the whole manifest, so that the module can neither be installed nor loaded.',
  message: ({ found }) => `The manifest has ${found}, which PowerShell allows in no manifest.`,
  remedy: () => 'Write the value as a constant, and let the root module compute what cannot be one.',
  example: { found: 'the command Get-Date' },
});
