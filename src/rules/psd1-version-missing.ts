/** PSD1_VERSION_MISSING: the manifest tells no version. */
import { defineRule } from '../domain/rule.ts';

export const psd1VersionMissing = defineRule<Record<string, never>>({
  code: 'PSD1_VERSION_MISSING',
  severity: 'error',
  title: 'The manifest tells no version',
  why: 'A module without ModuleVersion cannot be loaded, published or updated.',
  message: () => 'ModuleVersion is missing.',
  remedy: () => "Add ModuleVersion = '1.0.0'.",
  example: {},
});
