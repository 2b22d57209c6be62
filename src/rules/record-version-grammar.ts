/** RECORD_VERSION_GRAMMAR: a recorded version is not a version. */
import { defineRule } from '../domain/rule.ts';

export const recordVersionGrammar = defineRule<{ version: string }>({
  code: 'RECORD_VERSION_GRAMMAR',
  severity: 'error',
  title: 'A recorded version is not a version',
  why: 'Feeds sort by version and put it into addresses.',
  message: ({ version }) =>
    `${version} is not a version that NuGet reads: one to four numbers, then at most one prerelease label.`,
  remedy: () => 'Write the version as the nuspec of the blob spells it.',
  example: { version: '1.0.0.0.0' },
});
