/** VERSION_MISMATCH: the nuspec and the manifest disagree on the version. */
import { defineRule } from '../domain/rule.ts';

export const versionMismatch = defineRule<{ nuspec: string; inner: string; path: string }>({
  code: 'VERSION_MISMATCH',
  severity: 'error',
  title: 'The nuspec and the manifest disagree on the version',
  why: 'The feed would offer one version and PowerShell would load another; updates would then repeat for ever.',
  message: ({ nuspec, inner, path }) => `The nuspec says version ${nuspec}, but ${path} says ${inner}.`,
  remedy: () => 'Set both to the same version and pack again.',
  example: { nuspec: '1.2.0', inner: '1.2.1', path: 'Contoso.Tools.psd1' },
});
