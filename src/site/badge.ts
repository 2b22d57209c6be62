/** Badges for READMEs: the version of a package as a small picture, and as what shields.io draws one from. */
import type { PackageVersion } from '../domain/gallery.ts';
import { isPrerelease } from '../domain/nuget-version.ts';

/** Advance widths of Verdana at 11 px, the face that such badges are drawn in; others count as an average letter. */
const WIDTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["ijl'|", 3.1],
    ['fIt.,:;!/\\ []()', 4.2],
    ['-r"', 4.9],
    ['csz', 5.7],
    ['JLFaegkovxy', 6.6],
    ['bdhnpquTEPSZKXYVABR0123456789_+$?', 7.2],
    ['CDGHNUOQw&', 8.4],
    ['mMW@%', 10.4],
  ].flatMap(([letters, width]) => [...String(letters)].map((letter) => [letter, Number(width)] as const)),
);
const AVERAGE_WIDTH = 7;
const PADDING = 6;

export function textWidth(text: string): number {
  return Math.ceil([...text].reduce((sum, letter) => sum + (WIDTHS[letter] ?? AVERAGE_WIDTH), 0));
}

export function renderBadge(label: string, message: string, colour: string): string {
  const left = textWidth(label) + 2 * PADDING;
  const right = textWidth(message) + 2 * PADDING;
  const [one, other] = [escaped(label), escaped(message)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${one}: ${other}">`,
    `<title>${one}: ${other}</title>`,
    `<clipPath id="r"><rect width="${left + right}" height="20" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#444b55"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">',
    `<text x="${left / 2}" y="14" textLength="${left - 2 * PADDING}">${one}</text>`,
    `<text x="${left + right / 2}" y="14" textLength="${right - 2 * PADDING}">${other}</text>`,
    '</g></svg>',
  ].join('');
}

export const STABLE_COLOUR = '#1f4fbf';
export const PRERELEASE_COLOUR = '#8a4b00';

export function badgeColour(item: PackageVersion): string {
  return isPrerelease(item.version) ? PRERELEASE_COLOUR : STABLE_COLOUR;
}

/** @see https://shields.io/badges/endpoint-badge */
export function badgeEndpoint(label: string, item: PackageVersion): object {
  return { schemaVersion: 1, label, message: item.version.original, color: badgeColour(item).slice(1) };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
