import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { renderGallery } from '../support/render-gallery.ts';
import { alsoAt, staticSite } from '../support/static-site.ts';
import { allElements, parseXml } from '../support/xml-elements.ts';
import { GOLDEN_GALLERIES } from './golden-galleries.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const DATA = 'http://schemas.microsoft.com/ado/2007/08/dataservices';
const METADATA = `${DATA}/metadata`;
const PREFIXES: Readonly<Record<string, string>> = { a: ATOM, dd: DATA, mm: METADATA };

describe.each(GOLDEN_GALLERIES)('the feed of tests/galleries/$name', ({ name, siteUrl, gallery }) => {
  const files = renderGallery(gallery(), siteUrl);
  const texts = files.filter((file) => file.kind === 'text');
  const atom = texts.filter(({ text }) => text.includes(ATOM) && text.includes(METADATA));

  it('is the golden one, byte for byte', () => {
    expectGolden(name, files);
  });

  it('is the same when it is rendered again', () => {
    expect(renderGallery(gallery(), siteUrl)).toEqual(files);
  });

  it('has one file an address, and addresses that any file system takes', () => {
    const paths = files.flatMap((file) => [file.path, ...alsoAt(file)]);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9_$.,='()+/-]+$/);
  });

  it('has JSON that parses and XML that a strict parser takes', () => {
    for (const { path, text } of texts) {
      if (path.endsWith('.json')) expect(() => JSON.parse(text), path).not.toThrow();
      else if (path.endsWith('.jsonl')) {
        const lines = text.trimEnd().split('\n');
        for (const line of lines) expect(() => JSON.parse(line), path).not.toThrow();
      } else if (text.startsWith('<?xml')) expect(() => parseXml(text), path).not.toThrow();
      else expect(path).toMatch(/\.nuspec$|^SHA512SUMS$/);
    }
  });

  it('writes V2 under its own prefixes only, so that a search by the usual names finds nothing', () => {
    expect(atom.length).toBeGreaterThanOrEqual(6);
    for (const { path, text } of atom) {
      for (const element of allElements(parseXml(text))) {
        const prefix = element.name.slice(0, element.name.indexOf(':'));
        expect(PREFIXES[prefix], `${path}: <${element.name}>`).toBe(element.namespace);
      }
    }
  });

  it('links only to addresses that answer, pages of the site apart', () => {
    const site = staticSite(files, siteUrl);
    const links = texts.flatMap(({ path, text }) => linksOf(path, text, site.siteUrl));
    const dead = links.filter(({ url }) => !isPage(url, site.siteUrl) && !site.get(url));
    expect(dead).toEqual([]);
  });
});

/** Absolute URLs of the site itself, wherever they stand; templates and roots of templates apart. */
function linksOf(path: string, text: string, siteUrl: string) {
  const found = text.matchAll(/https:\/\/host\.example[^"<> ]*/g);
  return [...found]
    .map(([url]) => url.replaceAll('&amp;', '&'))
    .filter((url) => url.startsWith(siteUrl) && !url.includes('{') && !isRoot(url))
    .map((url) => ({ path, url }));
}

/** A resource of the service index under which clients build addresses themselves. */
function isRoot(url: string): boolean {
  return /\/v3\/(?:flatcontainer|registration|registration-exact)\/$/.test(url);
}

function isPage(url: string, siteUrl: string): boolean {
  return url === siteUrl || url.startsWith(`${siteUrl}packages/`);
}
