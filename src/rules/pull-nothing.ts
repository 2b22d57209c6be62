/** PULL_NOTHING: a request asks for nothing. */
import { defineRule } from '../domain/rule.ts';

export const pullNothing = defineRule<Record<string, never>>({
  code: 'PULL_NOTHING',
  severity: 'error',
  title: 'A request asks for nothing',
  why: 'Nothing can be decided about a request that changes no package.',
  message: () => 'It adds no package and changes no record.',
  remedy: () =>
    'Add a .nupkg under packages-index/blobs/, or the folder of a module under packages-index/incoming/.',
  example: {},
});
