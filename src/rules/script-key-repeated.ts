/** SCRIPT_KEY_REPEATED: a line of PSScriptInfo begins with a key that stands there already. */
import { defineRule } from '../domain/rule.ts';

export const scriptKeyRepeated = defineRule<{ key: string }>({
  code: 'SCRIPT_KEY_REPEATED',
  severity: 'error',
  isAdjustable: true,
  title: 'A key stands in PSScriptInfo twice',
  why: 'PSResourceGet takes each line that begins with a full stop for a key, and installs no script that has one of them twice.',
  message: ({ key }) => `.${key} stands in PSScriptInfo twice.`,
  remedy: () =>
    'Keep one of the two. When it is a line of text, such as one that begins with .NET, put a word before it.',
  example: { key: 'AUTHOR' },
});
