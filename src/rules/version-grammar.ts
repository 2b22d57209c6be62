/** VERSION_GRAMMAR: the version of a package is not a version. */
import { defineRule } from '../domain/rule.ts';

export const versionGrammar = defineRule<{ version: string }>({
  code: 'VERSION_GRAMMAR',
  severity: 'error',
  title: 'The version of a package is not a version',
  why: 'Feeds sort by version and put it into addresses.',
  message: ({ version }) =>
    `${version} is not a version that NuGet reads: one to four numbers, then at most one prerelease label.`,
  remedy: () =>
    'Correct ModuleVersion and Prerelease in the manifest, or .VERSION in the script, and pack again.',
  example: { version: 'latest' },
});
