/** DEPENDENCY_ABSENT: a dependency is not in this gallery. */
import { defineRule } from '../domain/rule.ts';

export const dependencyAbsent = defineRule<{ id: string; range: string }>({
  code: 'DEPENDENCY_ABSENT',
  severity: 'warning',
  isAdjustable: true,
  title: 'A dependency is not in this gallery',
  why: 'Install-Module looks for dependencies in the same repository and fails without them.',
  message: ({ id, range }) =>
    `It depends on ${range === '' ? id : `${id} ${range}`}, and no version of this gallery satisfies that.`,
  remedy: () =>
    'Publish the dependency here too, or list it in ExternalModuleDependencies if users get it elsewhere.',
  example: { id: 'Contoso.Base', range: '[1.0,2.0)' },
});
