/** PATH_SPECIAL_MODE: neither a file nor a folder. */
import { defineRule } from '../domain/rule.ts';

export const pathSpecialMode = defineRule<{ mode: string }>({
  code: 'PATH_SPECIAL_MODE',
  severity: 'error',
  title: 'Neither a file nor a folder',
  why: 'Links and devices could lead outside of the module.',
  message: ({ mode }) => `This entry is marked as something else than a file or folder (mode ${mode}).`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { mode: '0o120777' },
});
