import { expect, it } from 'vitest';
import { siteRoutes } from '../../src/site/routes.ts';
import { dataText, packageData, webSiteData } from '../../src/site/structured-data.ts';
import { makeGallery } from '../support/make-gallery.ts';

const routes = siteRoutes('https://host.example/repo/');
const gallery = makeGallery([
  { id: 'A', owners: ['ada'], versions: [{ version: '1.0.0', nuspec: { description: '</script><b>' } }] },
]);

it('cannot end the element that it stands in, and reads back as it was', () => {
  const data = { text: '</script>\u2028\u2029<!--' };
  expect(dataText(data)).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(dataText(data))).toEqual(data);
});

it('tells of the site and its search', () => {
  expect(webSiteData(gallery.settings, routes)).toMatchObject({
    '@type': 'WebSite',
    url: 'https://host.example/repo/',
    potentialAction: { target: 'https://host.example/repo/packages/?q={query}' },
  });
});

it('tells of a package, and where it stands', () => {
  const [owner] = gallery.packages;
  const item = owner?.versions[0];
  if (!owner || !item) throw new Error('no package');
  expect(packageData(owner, item, routes)).toMatchObject({
    '@graph': [
      {
        '@type': 'SoftwareSourceCode',
        name: 'A',
        version: '1.0.0',
        url: 'https://host.example/repo/packages/A/',
        maintainer: [{ name: 'ada' }],
      },
      { '@type': 'BreadcrumbList' },
    ],
  });
});
