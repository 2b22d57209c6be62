/** CONTENT_MISSING: a package holds neither a module nor a script. */
import { defineRule } from '../domain/rule.ts';

export const contentMissing = defineRule<{ id: string }>({
  code: 'CONTENT_MISSING',
  severity: 'error',
  title: 'A package holds neither a module nor a script',
  why: 'A PowerShell client can install nothing else.',
  message: ({ id }) => `The root of the package holds neither ${id}.psd1 nor ${id}.ps1.`,
  remedy: () =>
    'Pack a module folder with a manifest of that name, or a script: npm run pwshelf -- pack PATH.',
  example: { id: 'Contoso.Tools' },
});
