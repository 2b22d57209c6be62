/** VERSION_PRERELEASE: a prerelease version is not one that PowerShell takes. */
import { defineRule } from '../domain/rule.ts';

export const versionPrerelease = defineRule<{ version: string }>({
  code: 'VERSION_PRERELEASE',
  severity: 'error',
  title: 'A prerelease version is not one that PowerShell takes',
  why: 'PowerShellGet does not publish it and PSResourceGet does not install it.',
  message: ({ version }) =>
    `${version}: a prerelease needs a version of exactly three parts and a label of ASCII letters and digits, no number with a zero before it.`,
  remedy: () => "Use three parts and a label such as beta1: ModuleVersion = '1.2.0', Prerelease = 'beta1'.",
  example: { version: '1.0.0.0-beta' },
});
