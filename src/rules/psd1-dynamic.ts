/** PSD1_DYNAMIC: a value that is not constant. */
import { defineRule } from '../domain/rule.ts';

export const psd1Dynamic = defineRule<{ key: string; source: string }>({
  code: 'PSD1_DYNAMIC',
  severity: 'warning',
  isAdjustable: true,
  title: 'A value that is not constant',
  why: 'Nothing of a package is run here, so the gallery cannot know what the value will be.',
  message: ({ key, source }) => `${key} is not constant: ${source}.`,
  remedy: () =>
    'Write the value as a constant. Install-PSResource refuses a manifest with any command in it, Join-Path as well.',
  example: { key: 'Description', source: '$PSScriptRoot' },
});
