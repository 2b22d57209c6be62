/** SCRIPT_GUID_MISSING: the script tells no GUID. */
import { defineRule } from '../domain/rule.ts';

export const scriptGuidMissing = defineRule<Record<string, never>>({
  code: 'SCRIPT_GUID_MISSING',
  severity: 'error',
  isAdjustable: true,
  title: 'The script tells no GUID',
  why: 'Publish-Script refuses a script without one, and Install-PSResource does not install it.',
  message: () => '.GUID is missing in PSScriptInfo, or is no GUID.',
  remedy: () => 'Add .GUID with a value of New-Guid.',
  example: {},
});
