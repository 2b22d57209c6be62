/** PSD1_NOT_HASHTABLE: the manifest is not a hashtable. */
import { defineRule } from '../domain/rule.ts';

export const psd1NotHashtable = defineRule<Record<string, never>>({
  code: 'PSD1_NOT_HASHTABLE',
  severity: 'error',
  title: 'The manifest is not a hashtable',
  why: 'PowerShell reads a manifest as one hashtable of constants.',
  message: () => 'The file does not begin with a hashtable @{ … }.',
  remedy: () => 'Write the manifest as New-ModuleManifest does.',
  example: {},
});
