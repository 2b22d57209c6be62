/** The V2 address of one version: `Packages(Id='X',Version='1.0.0')`, which nuget asks for by exact spelling. */
import type { Package, PackageVersion } from '../../domain/gallery.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { V2_ROOT, v2EntryPath } from '../urls.ts';
import { v2File } from './hosting.ts';
import { namespaceDeclarations } from './namespaces.ts';
import { renderV2Version, type V2Context } from './version-entry.ts';
import { escapeXml } from './xml-text.ts';

export function renderV2PackageVersion(context: V2Context, owner: Package, item: PackageVersion): TextFile {
  const { gallery, urls } = context;
  const base = escapeXml(urls.absolute(V2_ROOT));
  const attributes = `xml:base="${base}" ${namespaceDeclarations(context.prefixes)}`;
  const entry = renderV2Version(context, owner, item, attributes);
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${entry}\n`;
  const [first, ...others] = spellings(item);
  return v2File(gallery.settings.hosting, first ?? v2EntryPath(item.id, item.version.original), text, others);
}

/** As published, and lower-cased and normalised where that differs: clients ask in their own spelling. */
function spellings(item: PackageVersion): readonly string[] {
  const { original, normalized } = item.version;
  const ids = new Set([item.id as string, item.id.toLowerCase()]);
  const versions = new Set([original, normalized, normalized.toLowerCase()]);
  return [...ids].flatMap((id) => [...versions].map((version) => v2EntryPath(id, version)));
}
