/** NAME_WELL_KNOWN: the id is the name of a well-known package elsewhere. */
import { defineRule } from '../domain/rule.ts';

export const nameWellKnown = defineRule<{ id: string; name: string }>({
  code: 'NAME_WELL_KNOWN',
  severity: 'warning',
  isForReview: true,
  title: 'The id is the name of a well-known package elsewhere',
  why: 'With two galleries registered, a client may take the package of this name from the wrong one; under the name of a module of PowerShell or Windows, a package shadows it.',
  message: ({ id, name }) =>
    id.toLowerCase() === name.toLowerCase()
      ? `${id} is the name of a package of the public PowerShell Gallery or of a module of Windows.`
      : `${id} looks like ${name}, a package of the public PowerShell Gallery or a module of Windows.`,
  remedy: () =>
    'Choose another id. When this is a copy that the gallery keeps on purpose, a maintainer may allow it.',
  example: { id: 'PSReadLine', name: 'PSReadLine' },
});
