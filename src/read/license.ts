/** The licence of a package: its text or its address → an SPDX id, by the texts of the SPDX list. */
import { createRequire } from 'node:module';
import type { LicenseFact } from '../domain/package-docs.ts';
import type { PackageFiles } from './package-source.ts';

const LICENSE_FILE = /^(?:licen[sc]e|copying|unlicense)(?:[.-][\w.-]+)?$/i;
/** Longer files hold more than a licence. */
const MAX_LENGTH = 100_000;
/** Of the Dice coefficient of two-word runs: real copies with other names and line breaks stay above it. */
const ENOUGH = 0.9;

export function readLicense(files: PackageFiles, licenseUrl: string | undefined): LicenseFact {
  const path = files.paths.find(
    (item) => LICENSE_FILE.test(item) && !/\.(?:ps1|psm1|psd1|dll|xml|html?)$/i.test(item),
  );
  const text = path === undefined ? undefined : files.text(path);
  const spdxId =
    (text === undefined ? undefined : identifyLicenseText(text)) ?? identifyLicenseUrl(licenseUrl);
  return { spdxId, path };
}

export function identifyLicenseUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const named =
    /^https?:\/\/licenses\.nuget\.org\/([\w.+-]+)$/i.exec(url)?.[1] ??
    /^https?:\/\/(?:www\.)?opensource\.org\/licenses?\/([\w.+-]+?)(?:\.php|\.html|\/)?$/i.exec(url)?.[1] ??
    /^https?:\/\/spdx\.org\/licenses\/([\w.+-]+?)(?:\.html)?$/i.exec(url)?.[1] ??
    /^https?:\/\/choosealicense\.com\/licenses\/([\w.+-]+?)\/?$/i.exec(url)?.[1];
  if (named !== undefined) return idsByKey().get(named.toLowerCase());
  if (/^https?:\/\/(?:www\.)?apache\.org\/licenses\/LICENSE-2\.0/i.test(url)) return 'Apache-2.0';
  const gnu = /^https?:\/\/(?:www\.)?gnu\.org\/licenses\/(?:old-licenses\/)?(a?l?gpl)-([\d.]+)/i.exec(url);
  return gnu ? idsByKey().get(`${gnu[1]}-${gnu[2]?.replace(/\.$/, '')}-only`.toLowerCase()) : undefined;
}

export function identifyLicenseText(text: string): string | undefined {
  const tagged = /SPDX-License-Identifier:\s*([\w.+-]+)/i.exec(text)?.[1];
  const known = tagged && idsByKey().get(tagged.toLowerCase());
  if (known) return known;
  if (text.length > MAX_LENGTH) return undefined;
  const own = wordPairs(text);
  let best: { readonly id: string; readonly score: number } | undefined;
  for (const [id, known] of knownTexts()) {
    // Two texts of very different length cannot be alike enough.
    if (text.length > known.text.length * 2 || known.text.length > text.length * 2) continue;
    known.pairs ??= wordPairs(known.text);
    const score = similarity(own, known.pairs);
    if (score >= ENOUGH && score > (best?.score ?? 0)) best = { id, score };
  }
  return best?.id;
}

interface WordPairs {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function similarity(a: WordPairs, b: WordPairs): number {
  let shared = 0;
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0);
  return a.total + b.total === 0 ? 0 : (2 * shared) / (a.total + b.total);
}

/** Names, years and placeholders differ from copy to copy, so lines of copyright are left out. */
function wordPairs(text: string): WordPairs {
  const words = text
    .replace(/^.*(?:\(c\)|©|copyright\s+(?:\(c\)|©|\d|<|\[|\{)).*$/gim, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const counts = new Map<string, number>();
  for (let at = 1; at < words.length; at++) {
    const pair = `${words[at - 1]} ${words[at]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, words.length - 1) };
}

interface ListedLicense {
  readonly name: string;
  readonly licenseText?: string;
  readonly osiApproved: boolean;
}

interface KnownText {
  readonly text: string;
  pairs: WordPairs | undefined;
}

const required = createRequire(import.meta.url);
let ids: ReadonlyMap<string, string> | undefined;
let texts: ReadonlyMap<string, KnownText> | undefined;

function idsByKey(): ReadonlyMap<string, string> {
  ids ??= new Map(Object.keys(licenses('spdx-license-list')).map((id) => [id.toLowerCase(), id]));
  return ids;
}

/** Read only when a licence text is met: it takes a moment. Only what programs and texts are really published under. */
function knownTexts(): ReadonlyMap<string, KnownText> {
  texts ??= new Map(
    Object.entries(licenses('spdx-license-list/full.js'))
      .filter(([id, { licenseText, osiApproved }]) => licenseText !== undefined && isInUse(id, osiApproved))
      .map(([id, { licenseText = '' }]) => [id, { text: licenseText, pairs: undefined }]),
  );
  return texts;
}

/** Without the ids that SPDX has retired for `-only` and `-or-later`: their texts are the same. */
function isInUse(id: string, isOsiApproved: boolean): boolean {
  if (/^A?L?GPL-[\d.]+(?:\+|-or-later)?$/.test(id)) return false;
  return isOsiApproved || /^(?:CC0|CC-BY|Unlicense|WTFPL|A?L?GPL)/.test(id);
}

function licenses(path: string): Readonly<Record<string, ListedLicense>> {
  return required(path) as Readonly<Record<string, ListedLicense>>;
}
