/** What search engines are told of a page, in the words of schema.org. */
import type { Package, PackageVersion } from '../domain/gallery.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { packageFacts } from './package-view.ts';
import type { SiteRoutes } from './routes.ts';

const CONTEXT = 'https://schema.org';

export function webSiteData(settings: GallerySettings, routes: SiteRoutes): object {
  return {
    '@context': CONTEXT,
    '@type': 'WebSite',
    name: settings.title,
    description: settings.description,
    url: routes.absolute(routes.home),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${routes.absolute(routes.packages)}?q={query}`,
      'query-input': 'required name=query',
    },
  };
}

export function packageData(owner: Package, item: PackageVersion, routes: SiteRoutes): object {
  const { description, projectUrl, licenseUrl } = packageFacts(item);
  const url = routes.absolute(routes.package(owner.id));
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@type': 'SoftwareSourceCode',
        name: owner.id,
        description,
        version: item.version.original,
        programmingLanguage: 'PowerShell',
        datePublished: item.publishedAt,
        url,
        maintainer: owner.owners.map((name) => ({ '@type': 'Person', name })),
        ...(projectUrl !== undefined && { codeRepository: projectUrl }),
        ...(licenseUrl !== undefined && { license: licenseUrl }),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Packages', item: routes.absolute(routes.packages) },
          { '@type': 'ListItem', position: 2, name: owner.id, item: url },
        ],
      },
    ],
  };
}

/** For a script element: nothing in it can end the element or the line. */
export function dataText(data: object): string {
  return JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
