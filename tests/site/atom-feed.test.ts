import { expect, it } from 'vitest';
import { renderAtom } from '../../src/site/atom-feed.ts';
import { siteRoutes } from '../../src/site/routes.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { parseXml } from '../support/xml-elements.ts';

const routes = siteRoutes('https://host.example/repo/');
const info = { title: 'A & B', self: routes.atom, page: routes.home };

it('writes what was published, newest first, with texts as they are', () => {
  const gallery = makeGallery([
    {
      id: 'A',
      versions: [
        '1.0.0',
        { version: '1.1.0', nuspec: { description: '<b>\u0000bold</b>', releaseNotes: 'New & good.' } },
      ],
    },
  ]);
  const text = renderAtom(info, gallery.packages[0]?.versions ?? [], routes);
  expect(parseXml(text)).toBeDefined();
  expect(text.match(/<title>[^<]*/g)).toEqual(['<title>A &amp; B', '<title>A 1.1.0', '<title>A 1.0.0']);
  expect(text).toContain('<id>https://host.example/repo/packages/A/1.1.0/</id>');
  expect(text).toContain('&lt;b&gt;bold&lt;/b&gt;');
  expect(text).toContain('<updated>2026-01-02T09:30:00.000Z</updated>');
});

it('has a time of its own when there is nothing', () => {
  expect(renderAtom(info, [], routes)).toContain('<updated>2006-11-14T00:00:00Z</updated>');
});

it('holds the last fifty', () => {
  const versions = Array.from({ length: 60 }, (_, index) => `1.${index}.0`);
  const gallery = makeGallery([{ id: 'A', versions }]);
  expect(renderAtom(info, gallery.packages[0]?.versions ?? [], routes).match(/<entry>/g)).toHaveLength(50);
});
