/** PUBLISH_PREFIX_RESERVED: the id lies under a prefix of others. */
import { defineRule } from '../domain/rule.ts';

export const publishPrefixReserved = defineRule<{ id: string; pattern: string; owners: string }>({
  code: 'PUBLISH_PREFIX_RESERVED',
  severity: 'error',
  title: 'The id lies under a prefix of others',
  why: 'A prefix is how a team makes sure that all under its name is its own.',
  message: ({ id, pattern, owners }) =>
    `${id} lies under ${pattern}, and new ids there are accepted from ${owners} only.`,
  remedy: () => 'Choose another id, or ask them to publish it.',
  example: { id: 'Contoso.Tools', owners: 'contoso', pattern: 'Contoso.*' },
});
