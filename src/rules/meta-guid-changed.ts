/** META_GUID_CHANGED: the GUID differs from that of earlier versions. */
import { defineRule } from '../domain/rule.ts';

export const metaGuidChanged = defineRule<{ guid: string; before: string }>({
  code: 'META_GUID_CHANGED',
  severity: 'warning',
  title: 'The GUID differs from that of earlier versions',
  why: 'References by GUID, in #Requires and RequiredModules, stop finding the module.',
  message: ({ guid, before }) => `The GUID is ${guid}, but earlier versions have ${before}.`,
  remedy: () => 'Set the GUID of the earlier versions, unless this is on purpose.',
});
