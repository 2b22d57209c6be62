/** PSD1_SYNTAX: the manifest cannot be parsed. */
import { defineRule } from '../domain/rule.ts';

export const psd1Syntax = defineRule<{ problem: string }>({
  code: 'PSD1_SYNTAX',
  severity: 'error',
  title: 'The manifest cannot be parsed',
  why: 'PowerShell refuses to load the module.',
  message: ({ problem }) => `This is no manifest that PowerShell could read: ${problem}.`,
  remedy: () => 'Correct it; Test-ModuleManifest shows the same place.',
  example: { problem: '} at the end of the hashtable was expected' },
});
