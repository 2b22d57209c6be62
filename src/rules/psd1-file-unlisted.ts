/** PSD1_FILE_UNLISTED: a listed file is not in the package. */
import { defineRule } from '../domain/rule.ts';

export const psd1FileUnlisted = defineRule<{ key: string; file: string }>({
  code: 'PSD1_FILE_UNLISTED',
  severity: 'warning',
  isAdjustable: true,
  title: 'A listed file is not in the package',
  why: 'Test-ModuleManifest complains, though the module loads.',
  message: ({ key, file }) => `${key} names ${file}, and the package has no such file.`,
  remedy: () => 'Take it out of the manifest, or add the file.',
  example: { key: 'FileList', file: 'notes.txt' },
});
