import { expect, it } from 'vitest';
import { findingOf, type Rule } from '../../../src/domain/rule.ts';
import { answerStatus } from '../../../src/publish/pipeline/answer-status.ts';
import { RULES } from '../../../src/rules/index.ts';

const found = (...codes: readonly string[]) =>
  codes.map((code) => {
    const rule = RULES.find((item: Rule) => item.code === code);
    if (!rule) throw new Error(code);
    return findingOf(rule, { file: 'x' }, rule.example);
  });

it.each<[status: number, codes: readonly string[]]>([
  [201, []],
  [201, ['COMPAT_COMMAND_REMOVED']],
  [400, ['ZIP_ENCRYPTED']],
  [400, ['PUBLISH_NEEDS_REVIEW', 'NAME_SIMILAR']],
  [403, ['KEY_REFUSED']],
  [403, ['PUBLISH_NOT_OWNER', 'PUBLISH_VERSION_EXISTS']],
  [409, ['PUBLISH_VERSION_EXISTS', 'ZIP_ENCRYPTED']],
  [409, ['PUBLISH_PREFIX_RESERVED']],
  [413, ['PACKAGE_TOO_LARGE']],
  [429, ['PUBLISH_RATE']],
])('is %i for %j', (status, codes) => {
  expect(answerStatus(found(...codes))).toBe(status);
});
