/** SCRIPT_VERSION_MISSING: the script tells no version. */
import { defineRule } from '../domain/rule.ts';

export const scriptVersionMissing = defineRule<Record<string, never>>({
  code: 'SCRIPT_VERSION_MISSING',
  severity: 'error',
  title: 'The script tells no version',
  why: 'A script without a version cannot be published or updated.',
  message: () => '.VERSION is missing or empty in PSScriptInfo.',
  remedy: () => 'Add .VERSION 1.0.0.',
  example: {},
});
