/** REQUEST_BODY: what a client pushed to a gateway holds no package. */
import { defineRule } from '../domain/rule.ts';

export const requestBody = defineRule<{ problem: string }>({
  code: 'REQUEST_BODY',
  severity: 'error',
  title: 'What a client pushed to a gateway holds no package',
  why: 'A package that came in half, or of which it is not plain where it begins and ends, could be another one.',
  message: ({ problem }) => `The body of the request cannot be taken: ${problem}.`,
  remedy: () =>
    'Push again with Publish-Module, Publish-PSResource, dotnet nuget push or nuget push, or send the package alone as application/octet-stream.',
  example: { problem: 'it ends before its last boundary' },
});
