/** META_GUID_CHANGED: the GUID differs from that of earlier versions. */
import { defineRule } from '../domain/rule.ts';

export const metaGuidChanged = defineRule<{ guid: string; before: string }>({
  code: 'META_GUID_CHANGED',
  severity: 'warning',
  isAdjustable: true,
  title: 'The GUID differs from that of earlier versions',
  why: 'References by GUID, in #Requires and RequiredModules, stop finding the module.',
  message: ({ guid, before }) => `The GUID is ${guid}, but earlier versions have ${before}.`,
  remedy: () => 'Set the GUID of the earlier versions, unless this is on purpose.',
  example: { before: '0b7e6a52-6f0e-4f8e-8f43-8d3a4c1b2e90', guid: '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11' },
});
