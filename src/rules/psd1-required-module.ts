/** PSD1_REQUIRED_MODULE: a required module that PowerShell cannot read. */
import { defineRule } from '../domain/rule.ts';

export const psd1RequiredModule = defineRule<{ key: string; problem: string }>({
  code: 'PSD1_REQUIRED_MODULE',
  severity: 'error',
  isAdjustable: true,
  title: 'A required module that PowerShell cannot read',
  why: 'PowerShell refuses to load the module.',
  message: ({ key, problem }) => `An entry of ${key} cannot be read: ${problem}.`,
  remedy: () =>
    'Write @{ ModuleName = ...; ModuleVersion = ... }, or RequiredVersion for exactly one version.',
  example: { key: 'RequiredModules', problem: 'ModuleName is missing' },
});
