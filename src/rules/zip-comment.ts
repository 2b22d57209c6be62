/** ZIP_COMMENT: there is a comment. */
import { defineRule } from '../domain/rule.ts';

export const zipComment = defineRule<Record<string, never>>({
  code: 'ZIP_COMMENT',
  severity: 'error',
  title: 'There is a comment',
  why: 'A comment is a place to hide another archive in, and packages need none.',
  message: () => 'The archive or one of its entries carries a comment.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
