/** Words in colour must be readable on every ground that they can stand on; a sample gallery has not all pairs. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const style = (name: string) =>
  readFileSync(new URL(`../../src/site/styles/${name}.css`, import.meta.url), 'utf8');
const site = style('site');
const changes = style('changes');

const LEAST = 4.5;
const SCHEMES = ['light', 'dark'] as const;
type Pair = readonly [light: string, dark: string];

const GROUNDS: readonly (readonly [string, Pair])[] = [
  ['a page', variable('paper')],
  ['a panel', variable('panel')],
  ['code', variable('code')],
  ['a line that was added', declared(changes, '.file-change .added:not(.sign)', 'background')],
  ['a line that was removed', declared(changes, '.file-change .removed:not(.sign)', 'background')],
];
const WORDS: readonly (readonly [string, Pair])[] = [
  ['text', variable('ink')],
  ['quiet text', variable('soft')],
  ['links', variable('accent')],
  ...['.k', '.f', '.c', '.s', '.p'].map((name): readonly [string, Pair] => [
    `code ${name}`,
    declared(site, `:is(pre, code) ${name}`, 'color'),
  ]),
];

it.each(WORDS)('shows %s readably on every ground', (_, words) => {
  for (const [ground, colours] of GROUNDS) {
    for (const [index, scheme] of SCHEMES.entries()) {
      expect(contrast(words[index] ?? '', colours[index] ?? ''), `${ground}, ${scheme}`).toBeGreaterThan(
        LEAST,
      );
    }
  }
});

/** First as in the light, then as in the dark. */
function variable(name: string): Pair {
  const [light = '', dark = ''] = [...site.matchAll(new RegExp(`--${name}: (#\\w{6});`, 'g'))].map(
    ([, colour = '']) => colour,
  );
  return [light, dark];
}

function declared(css: string, selector: string, property: string): Pair {
  const block = css.slice(css.indexOf(`${selector} {`));
  const [, light = '', dark = ''] =
    new RegExp(`${property}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(block) ?? [];
  return [light, dark];
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** As WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
