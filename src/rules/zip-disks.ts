/** ZIP_DISKS: an archive in several parts. */
import { defineRule } from '../domain/rule.ts';

export const zipDisks = defineRule<Record<string, never>>({
  code: 'ZIP_DISKS',
  severity: 'error',
  title: 'An archive in several parts',
  why: 'Only archives of one part can be installed.',
  message: () => 'The archive is a part of a set.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
