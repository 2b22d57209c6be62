import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/domain/rule.ts';
import { renderRulesMarkdown, rulesBody } from '../../src/report/rules-markdown.ts';
import { RULES } from '../../src/rules/index.ts';

it('explains every rule once', () => {
  const headings = [...renderRulesMarkdown().matchAll(/^### (\S+)$/gm)].map(([, code]) => code);
  expect(headings.toSorted()).toEqual(RULES.map(({ code }) => code).toSorted());
});

it('is what stands in docs/rules.md; `npm run rules` writes it again', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(renderRulesMarkdown());
});

it('loses nothing in angle brackets: outside of code each is escaped', () => {
  const text = rulesBody(renderRulesMarkdown()).replace(/`[^`]*`/g, '');
  expect(text).not.toMatch(/(?<!\\)</);
  expect(text).toContain('Clients look for \\<package>\\<metadata>.');
});

it('tells what a gallery has changed, of rules that can be changed', () => {
  const text = renderRulesMarkdown({
    PATH_EMPTY_FILE: 'off',
    META_AUTHOR_MISSING: 'error',
    ZIP_OVERLAP: 'off',
  });
  expect(text).toContain('An empty file. *off in this gallery; warning in others, adjustable*');
  expect(text).toContain('A package names no author. *error, adjustable*');
  expect(text).toContain('Entries overlap. *error*');
});

it('tells which rules hold a request for a review', () => {
  const text = renderRulesMarkdown();
  expect(text).toMatch(/### NAME_SIMILAR\n\n.*\*warning, review\*/);
  expect(text).toContain('A rule marked *review*');
});

describe('the example of a rule', () => {
  it.each(RULES.map((rule: Rule) => [rule.code, rule] as const))('%s gives sentences', (_, rule) => {
    const { example, message, remedy } = rule;
    for (const text of [message(example), remedy(example)]) {
      expect(text).not.toMatch(/undefined|\[object|NaN|\/tmp\//);
      expect(text).toMatch(/\.$/);
      expect(isOpening(text.split(' ')[0] ?? '', Object.values(example)), text).toBe(true);
    }
  });
});

/** A capital; or a number, a name of a file, of a setting, of a field; or what the example says. */
function isOpening(word: string, values: readonly unknown[]): boolean {
  return /^[A-Z0-9]/.test(word) || /[./_]/.test(word) || values.includes(word.replace(/:$/, ''));
}
