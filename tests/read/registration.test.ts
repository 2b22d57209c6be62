import { expect, it } from 'vitest';
import { parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import { findInRegistration } from '../../src/read/registration.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../support/render-gallery.ts';

const version = (text: string) => {
  const parsed = parseNuGetVersion(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

it('finds the package of a version as the feed writes it, over pages too', () => {
  const versions = Array.from({ length: 200 }, (_, index) => `1.${index}.0`);
  const site = serveInMemory(makeGallery([{ id: 'Many', versions }]));
  const index = site.text(`${SITE_URL}v3/registration/many/index.json`);
  for (const text of ['1.0.0', '1.63.0', '1.64.0', '1.199.0']) {
    const page = findInRegistration(index, version(text));
    if (page.kind !== 'page') throw new Error(page.kind);
    expect(findInRegistration(site.text(page.url), version(text))).toEqual({
      kind: 'content',
      url: `${SITE_URL}v3/flatcontainer/many/${text}/many.${text}.nupkg`,
    });
  }
  expect(findInRegistration(index, version('2.0.0'))).toEqual({ kind: 'absent' });
});

it.each(['', '{}', '[]', '{"items":[{}]}', 'null'])('says that %j is none', (text) => {
  expect(findInRegistration(text, version('1.0.0'))).toEqual({ kind: 'malformed' });
});
