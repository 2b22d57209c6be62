/** META_GUID_TAKEN: the GUID belongs to another package. */
import { defineRule } from '../domain/rule.ts';

export const metaGuidTaken = defineRule<{ guid: string; other: string }>({
  code: 'META_GUID_TAKEN',
  severity: 'error',
  title: 'The GUID belongs to another package',
  why: 'PowerShell tells modules apart by GUID when two have the same name; a copied GUID defeats that.',
  message: ({ guid, other }) => `The GUID ${guid} is the one of ${other}.`,
  remedy: () => 'Make a new one with New-Guid, set it in the manifest, and pack again.',
  example: { guid: '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11', other: 'Contoso.Base' },
});
