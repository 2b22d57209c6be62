/** DEPRECATION_REPLACEMENT_ABSENT: the replacement of a deprecated package is not in this gallery. */
import { defineRule } from '../domain/rule.ts';

export const deprecationReplacementAbsent = defineRule<{ replacement: string }>({
  code: 'DEPRECATION_REPLACEMENT_ABSENT',
  severity: 'warning',
  isAdjustable: true,
  title: 'The replacement of a deprecated package is not in this gallery',
  why: 'Users would be sent to a page that does not exist.',
  message: ({ replacement }) => `${replacement} is named as the replacement, but is not in this gallery.`,
  remedy: () => 'Name a package of this gallery, or say in the message where to find the replacement.',
  example: { replacement: 'Contoso.NewTools' },
});
