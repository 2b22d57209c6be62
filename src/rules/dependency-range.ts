/** DEPENDENCY_RANGE: the range of a dependency cannot be read. */
import { defineRule } from '../domain/rule.ts';

export const dependencyRange = defineRule<{ id: string; range: string }>({
  code: 'DEPENDENCY_RANGE',
  severity: 'error',
  title: 'The range of a dependency cannot be read',
  why: 'Clients would refuse the whole package, or ignore the range.',
  message: ({ id, range }) => `The nuspec asks for ${id} in the range ${range}, which NuGet cannot read.`,
  remedy: () => 'Write a minimum such as 1.0.0, or a range such as [1.0.0,2.0.0).',
  example: { id: 'Contoso.Base', range: '[1.0' },
});
