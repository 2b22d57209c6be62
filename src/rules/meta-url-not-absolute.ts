/** META_URL_NOT_ABSOLUTE: a URI of a package is not an absolute http address. */
import { defineRule } from '../domain/rule.ts';

export const metaUrlNotAbsolute = defineRule<{ field: string; value: string }>({
  code: 'META_URL_NOT_ABSOLUTE',
  severity: 'warning',
  isAdjustable: true,
  title: 'A URI of a package is not an absolute http address',
  why: 'It is left out of the feeds, since clients fail on it.',
  message: ({ field, value }) => `${field} is ${value}, which is not an absolute http or https address.`,
  remedy: () => 'Write the whole address, or leave it empty.',
  example: { field: 'ProjectUri', value: 'contoso.example/tools' },
});
