import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';

describe('a rule', () => {
  it.each(RULES.map((rule) => [rule.code, rule] as const))('%s explains itself by an example', (_, rule) => {
    for (const sentence of [
      rule.message(rule.example),
      rule.remedy(rule.example),
      `${rule.title}.`,
      rule.why,
    ]) {
      expect(sentence).not.toMatch(/undefined|\[object|NaN|\/tmp\//);
      expect(sentence.trim()).toMatch(/[.?)]$|: .+$/);
    }
  });

  it('is there once', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });

  it.each(RULES.filter(({ isForReview }) => isForReview).map((rule) => [rule.code, rule] as const))(
    '%s, which maintainers may let pass, is a warning where there are none, and for every gallery the same',
    (_, { severity, isAdjustable }) => {
      expect(severity).toBe('warning');
      expect(isAdjustable).toBeUndefined();
    },
  );

  it.each(RULES.filter(({ isAdjustable }) => isAdjustable).map(({ code }) => code))(
    '%s, which galleries may change, is none of safety or format',
    (code) => {
      expect(code).not.toMatch(/^(?:ZIP|XML|YAML|BLOB|RECORD|VERSION|NUSPEC|PATH_(?!EMPTY_FILE))_/);
    },
  );
});
