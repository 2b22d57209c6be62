/** What the package list searches in the browser: one Pagefind record for each listed package. */
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { isPackageListed, type Package, shownVersion } from '../domain/gallery.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import { packageCommands } from '../domain/package-commands.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import type { SiteContext } from './gallery-context.ts';
import { tileColour } from './package-icon.ts';
import { authorTags, packageFacts } from './package-view.ts';
import { siteRoutes } from './routes.ts';

/** @throws GalleryError when Pagefind does not run */
export async function buildSearchIndex(context: SiteContext, outDir: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', writePlayground: false });
  if (!index) throw new GalleryError('PAGEFIND', `The search index cannot be made: ${errors.join('; ')}.`);
  try {
    const routes = siteRoutes(context.siteUrl);
    for (const item of context.gallery.packages.filter(isPackageListed)) {
      const added = await index.addCustomRecord({
        url: routes.package(item.id),
        language: 'en',
        content: searchText(item),
        meta: searchMeta(item),
      });
      if (added.errors.length > 0)
        throw new GalleryError('PAGEFIND', `${item.id}: ${added.errors.join('; ')}.`);
    }
    const written = await index.writeFiles({ outputPath: join(outDir, 'pagefind') });
    if (written.errors.length > 0) throw new GalleryError('PAGEFIND', written.errors.join('; '));
  } finally {
    await pagefind.close();
  }
}

/** Everything that a user may know of a package; names also in their parts. */
function searchText(item: Package): string {
  const version = shownVersion(item);
  const { description, authors } = summarizePackage(version.nupkg);
  const names = Object.values(packageCommands(version.nupkg)).flat() as readonly string[];
  const words = [item.id, ...names].flatMap((name) => [name, partsOf(name)]);
  return [...words, description, ...authorTags(version), authors, item.owners.join(' ')].join('\n');
}

function searchMeta(item: Package): Record<string, string> {
  const version = shownVersion(item);
  return {
    title: item.id,
    version: version.version.original,
    kind: version.kind,
    tile: String(tileColour(item.id)),
    description: packageFacts(version).synopsis,
  };
}

/** `Get-AzVMReport` → `Get Az VM Report` */
function partsOf(name: string): string {
  return name
    .replace(/[-._]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
}
