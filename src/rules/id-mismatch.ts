/** ID_MISMATCH: the manifest or script is not named after the package. */
import { defineRule } from '../domain/rule.ts';

export const idMismatch = defineRule<{ nuspec: string; found: string }>({
  code: 'ID_MISMATCH',
  severity: 'error',
  title: 'The manifest or script is not named after the package',
  why: 'PowerShell finds a module by the name of its manifest; under another name it would install and never load.',
  message: ({ nuspec, found }) => `The nuspec says ${nuspec}, but the root of the package holds ${found}.`,
  remedy: () => 'Rename the file, or pack the package under its name.',
  example: { nuspec: 'Contoso.Tools', found: 'contoso.tools.psd1' },
});
