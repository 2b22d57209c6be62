/** ZIP_FLAGS: unknown flags. */
import { defineRule } from '../domain/rule.ts';

export const zipFlags = defineRule<{ flags: string }>({
  code: 'ZIP_FLAGS',
  severity: 'error',
  title: 'Unknown flags',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ flags }) => `This entry sets flags that packages do not use: ${flags}.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { flags: '0x4700' },
});
