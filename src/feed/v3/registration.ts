/**
 * Ordinary registrations: all that is known of every version of an id, as NuGet's own clients read it. Up to 64
 * versions stand in the index itself, more in pages of 64 beside it.
 */
import type { Package, PackageVersion } from '../../domain/gallery.ts';
import { versionKey } from '../../domain/nuget-version.ts';
import type { TextFile } from '../../domain/output-file.ts';
import {
  blobPath,
  registrationLeafPath,
  registrationPagePath,
  registrationPath,
  V3_REGISTRATION,
} from '../urls.ts';
import { packageDetails } from './package-details.ts';
import type { V3Context } from './v3-context.ts';

const PAGE_SIZE = 64;

export function renderRegistration(context: V3Context, owner: Package): readonly TextFile[] {
  const pages = inPages(owner.versions);
  const isInline = pages.length === 1;
  const files: TextFile[] = [];
  const summaries = pages.map((versions) => {
    const body = page(context, owner, versions, isInline);
    if (isInline) return `{${body.head},"items":[${body.items}],${body.tail}}`;
    files.push({
      kind: 'text',
      path: body.path,
      text: `{${body.head},"items":[${body.items}],${body.tail}}\n`,
    });
    return `{${body.head},${body.tail}}`;
  });
  const path = registrationPath(V3_REGISTRATION, owner.id);
  const text =
    `{"@id":${JSON.stringify(context.urls.absolute(path))},` +
    '"@type":["catalog:CatalogRoot","PackageRegistration","catalog:Permalink"],' +
    `"count":${pages.length},"items":[${summaries.join(',')}]}\n`;
  return [{ kind: 'text', path, text }, ...files];
}

/** @param isInline  the page stands in the index and has no file, so its address is a fragment of the index */
function page(context: V3Context, owner: Package, versions: readonly PackageVersion[], isInline: boolean) {
  const { urls } = context;
  const lower = versions[0];
  const upper = versions.at(-1);
  if (!lower || !upper) throw new Error(`${owner.id}: a registration page without versions`);
  const index = urls.absolute(registrationPath(V3_REGISTRATION, owner.id));
  const path = registrationPagePath(V3_REGISTRATION, owner.id, lower.version, upper.version);
  const id = isInline
    ? `${index}#page/${versionKey(lower.version)}/${versionKey(upper.version)}`
    : urls.absolute(path);
  return {
    path,
    head: `"@id":${JSON.stringify(id)},"@type":"catalog:CatalogPage","count":${versions.length}`,
    items: versions.map((item) => registrationItem(context, item, V3_REGISTRATION)).join(','),
    tail:
      `"lower":${JSON.stringify(lower.version.normalized)},"parent":${JSON.stringify(index)},` +
      `"upper":${JSON.stringify(upper.version.normalized)}`,
  };
}

/** One version inside a registration, as JSON. */
export function registrationItem(
  context: V3Context,
  item: PackageVersion,
  root: string,
  content: string = context.urls.absolute(blobPath(item.id, item.version)),
): string {
  const { gallery, urls } = context;
  const leaf = JSON.stringify(urls.absolute(registrationLeafPath(root, item.id, item.version)));
  return (
    `{"@id":${leaf},"@type":"Package",` +
    `"catalogEntry":{"@id":${leaf},"@type":"PackageDetails",${packageDetails(gallery, urls, item, root)}},` +
    `"packageContent":${JSON.stringify(content)},` +
    `"registration":${JSON.stringify(urls.absolute(registrationPath(root, item.id)))}}`
  );
}

function inPages(versions: readonly PackageVersion[]): readonly (readonly PackageVersion[])[] {
  const pages: (readonly PackageVersion[])[] = [];
  for (let start = 0; start < versions.length; start += PAGE_SIZE) {
    pages.push(versions.slice(start, start + PAGE_SIZE));
  }
  return pages;
}
