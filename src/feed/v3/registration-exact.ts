/**
 * Registrations for PSResourceGet and PowerShellGet 2: descending, without `upper` (with it PSResourceGet reorders
 * the items), and with the extra items of exact-order.ts, which its search skips because they are not listed.
 */
import type { Package, PackageVersion } from '../../domain/gallery.ts';
import type { TextFile } from '../../domain/output-file.ts';
import {
  blobPath,
  blobUrlWithOneVersion,
  registrationLeafPath,
  registrationPath,
  V3_REGISTRATION_EXACT,
} from '../urls.ts';
import { exactOrder } from './exact-order.ts';
import { registrationItem } from './registration.ts';
import type { V3Context } from './v3-context.ts';

export function renderRegistrationExact(context: V3Context, owner: Package): TextFile {
  const { urls } = context;
  const path = registrationPath(V3_REGISTRATION_EXACT, owner.id);
  const index = JSON.stringify(urls.absolute(path));
  const plain = (item: PackageVersion) => asSought(item, urls.absolute(blobPath(item.id, item.version)));
  const oneVersion = (item: PackageVersion) =>
    asSought(item, blobUrlWithOneVersion(urls, item.id, item.version));
  const order = exactOrder(owner.versions, plain);
  // The id or the site's path holds versions, too.
  const contentOf = order.isExact ? plain : oneVersion;
  const { extra, items } = order.isExact ? order : exactOrder(owner.versions, contentOf);
  const all = [
    ...extra.map((item) => extraItem(context, item, contentOf(item))),
    ...items.map((item) => registrationItem(context, item, V3_REGISTRATION_EXACT, contentOf(item))),
  ];
  const text =
    `{"@id":${index},"@type":["catalog:CatalogRoot","PackageRegistration","catalog:Permalink"],"count":1,` +
    `"items":[{"@id":${JSON.stringify(`${urls.absolute(path)}#page`)},"@type":"catalog:CatalogPage","count":${all.length},` +
    `"items":[${all.join(',')}],"parent":${index}}]}\n`;
  return { kind: 'text', path, text };
}

/**
 * PSResourceGet looks for the version as its author spelled the label, but addresses are lower-cased: a query,
 * which a static host ignores, carries the spelling where the two differ.
 */
function asSought({ version: { normalized } }: PackageVersion, url: string): string {
  return normalized === normalized.toLowerCase() ? url : `${url}?version=${normalized}`;
}

function extraItem({ urls }: V3Context, item: PackageVersion, content: string): string {
  const leaf = urls.absolute(registrationLeafPath(V3_REGISTRATION_EXACT, item.id, item.version));
  return JSON.stringify({
    '@id': leaf,
    '@type': 'Package',
    catalogEntry: {
      '@id': leaf,
      '@type': 'PackageDetails',
      id: item.id,
      listed: false,
      tags: [],
      version: item.version.normalized,
    },
    packageContent: content,
    registration: urls.absolute(registrationPath(V3_REGISTRATION_EXACT, item.id)),
  });
}
