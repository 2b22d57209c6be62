import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderRulesMarkdown } from '../../src/report/rules-markdown.ts';
import { RULES } from '../../src/rules/index.ts';

it('explains every rule once', () => {
  const headings = [...renderRulesMarkdown().matchAll(/^### (\S+)$/gm)].map(([, code]) => code);
  expect(headings.toSorted()).toEqual(RULES.map(({ code }) => code).toSorted());
});

it('is what stands in docs/rules.md; `npm run rules` writes it again', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(renderRulesMarkdown());
});
