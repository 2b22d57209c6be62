/** What a test of a rule says: this finding came out, at this place, and reads as sentences. */
import { expect } from 'vitest';
import type { Finding, FindingArgs, Place } from '../../src/domain/finding.ts';
import type { Rule } from '../../src/domain/rule.ts';

/** Exactly one finding, of this rule with these arguments. `place` needs to name only what the test is about. */
export function expectOnly<Args extends FindingArgs>(
  findings: readonly Finding[],
  rule: Rule<Args>,
  args: Args,
  place: Partial<Place> = {},
): void {
  expect(codesOf(findings)).toEqual([rule.code]);
  expect(findings[0]).toMatchObject({ severity: rule.severity, place });
  expect(findings[0]?.args).toEqual(args);
  for (const sentence of [rule.message(args), rule.remedy(args)]) {
    expect(sentence).not.toMatch(/undefined|\[object|NaN/);
    expect(sentence.trim()).toMatch(/\.$/);
  }
}

export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code }) => code);
}
