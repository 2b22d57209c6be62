/** SCRIPT_INFO_MISSING: the script has no PSScriptInfo. */
import { defineRule } from '../domain/rule.ts';

export const scriptInfoMissing = defineRule<Record<string, never>>({
  code: 'SCRIPT_INFO_MISSING',
  severity: 'error',
  title: 'The script has no PSScriptInfo',
  why: 'Install-Script and the gallery take version, author and description from it.',
  message: () => 'There is no <#PSScriptInfo … #> comment in the script.',
  remedy: () => 'Write one with New-PSScriptFileInfo or Update-ScriptFileInfo.',
  example: {},
});
