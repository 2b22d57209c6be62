import { expect, it } from 'vitest';
import { addressesElsewhere, parseServiceIndex, resourceOf } from '../../src/read/service-index.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../support/render-gallery.ts';

it('reads what the feed writes, with all addresses below the site', () => {
  const gallery = makeGallery([], { repository: 'contoso/gallery' });
  const parsed = parseServiceIndex(serveInMemory(gallery).text(`${SITE_URL}v3/index.json`));
  if (!parsed.ok) throw new Error(parsed.problem);
  expect(resourceOf(parsed.value, 'PackageBaseAddress/3.0.0')).toBe(`${SITE_URL}v3/flatcontainer/`);
  expect(addressesElsewhere(parsed.value, SITE_URL)).toEqual([]);
  expect(addressesElsewhere(parsed.value, 'https://other.example/').length).toBeGreaterThan(5);
});

it.each(['', 'x', '{}', '{"version":"3.0.0","resources":[]}', '{"version":"3","resources":[{"@id":1}]}'])(
  'refuses %j',
  (text) => {
    expect(parseServiceIndex(text).ok).toBe(false);
  },
);
