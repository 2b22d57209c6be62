/** DEPLOY_LINK: a build holds a symbolic link or a special file. */
import { defineRule } from '../domain/rule.ts';

export const deployLink = defineRule<Record<string, never>>({
  code: 'DEPLOY_LINK',
  severity: 'error',
  title: 'Something in the build is neither a file nor a folder',
  why: 'Hosts refuse links, or follow them out of the site; GitHub Pages refuses the whole deployment.',
  message: () => 'This is a symbolic link or a special file.',
  remedy: () => 'Build again into an empty folder, and put nothing into it by hand.',
  example: {},
});
