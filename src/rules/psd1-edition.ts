/** PSD1_EDITION: editions that do not fit. */
import { defineRule } from '../domain/rule.ts';

export const psd1Edition = defineRule<{ problem: string }>({
  code: 'PSD1_EDITION',
  severity: 'warning',
  isAdjustable: true,
  title: 'Editions that do not fit',
  why: 'Test-ModuleManifest complains, and clients filter by what is written here.',
  message: ({ problem }) => `CompatiblePSEditions: ${problem}.`,
  remedy: () => "Write Desktop, Core or both, and PowerShellVersion = '5.1' or higher.",
  example: { problem: 'PowerShell reads this key from 5.1 on, and PowerShellVersion asks for less' },
});
