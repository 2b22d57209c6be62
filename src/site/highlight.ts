/**
 * Source text in colours, as HTML with classes: the security policy of the pages allows no styles in attributes. What
 * is too long, or of another language, comes out escaped and plain: grammars of large languages have expressions that
 * take minutes over a hostile line.
 */
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import powershell from 'shiki/langs/powershell.mjs';
import xml from 'shiki/langs/xml.mjs';
import yaml from 'shiki/langs/yaml.mjs';

export type CodeLanguage = 'powershell' | 'json' | 'xml' | 'yaml';

/** Marks of colours double what a page weighs. */
const MAX_LENGTH = 80_000;
const MAX_LINE_LENGTH = 600;
const PREFIX = '--t-';

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['token-keyword', 'k'],
  ['token-function', 'f'],
  ['token-comment', 'c'],
  ['token-string', 's'],
  ['token-string-expression', 's'],
  ['token-constant', 'n'],
  ['token-parameter', 'p'],
]);

const highlighter: HighlighterCore = await createHighlighterCore({
  themes: [createCssVariablesTheme({ name: 'variables', variablePrefix: PREFIX })],
  langs: [powershell, json, xml, yaml],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** By the ending of a path; undefined for text without a grammar. */
export function codeLanguage(path: string): CodeLanguage | undefined {
  switch (path.slice(path.lastIndexOf('.') + 1).toLowerCase()) {
    case 'ps1':
    case 'psm1':
    case 'psd1':
    case 'psrc':
    case 'pssc':
      return 'powershell';
    case 'json':
      return 'json';
    case 'xml':
    case 'ps1xml':
    case 'cdxml':
    case 'xaml':
    case 'config':
    case 'nuspec':
      return 'xml';
    case 'yml':
    case 'yaml':
      return 'yaml';
    default:
      return undefined;
  }
}

/** One HTML text a line. */
export function highlightLines(text: string, language: CodeLanguage | undefined): readonly string[] {
  const isPlain = language === undefined || text.length > MAX_LENGTH;
  const lines = text.split(/\r\n|\r|\n/);
  if (isPlain || lines.some((line) => line.length > MAX_LINE_LENGTH)) return lines.map(escaped);
  const tokens = highlighter.codeToTokensBase(lines.join('\n'), {
    lang: language,
    theme: 'variables',
    // By default a line is given half a second, and what is left of it stays plain: a busy machine would give other
    // bytes. The limits above count characters.
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) => line.map(({ content, color }) => span(content, color)).join(''));
}

function span(content: string, color: string | undefined): string {
  const name = color?.startsWith(`var(${PREFIX}`) ? color.slice(`var(${PREFIX}`.length, -1) : '';
  const found = CLASSES.get(name);
  return found === undefined || content.trim() === ''
    ? escaped(content)
    : `<span class="${found}">${escaped(content)}</span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
