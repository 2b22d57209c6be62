/** Where a line of a file is shown. Pages of long files end before the file does: a link below that leads to their top. */
import type { PackageVersion } from '../domain/gallery.ts';
import { decodeText } from '../read/text-encoding.ts';
import { filePage } from './file-view.ts';
import type { SiteContext } from './gallery-context.ts';
import { siteRoutes } from './routes.ts';
import { MAX_CHARACTERS, shownText } from './source-html.ts';

/** Asked for each command of a module, of which a long file defines many. */
const shownLines = new WeakMap<PackageVersion, Map<string, number>>();

/** @returns undefined for a file that has no page */
export async function lineAddress(
  item: PackageVersion,
  path: string,
  line: number,
  context: Pick<SiteContext, 'siteUrl' | 'readBlobEntry'>,
): Promise<string | undefined> {
  const file = filePage(item, path);
  if (!file) return undefined;
  const address = siteRoutes(context.siteUrl).file(item.id, path);
  // No text has more characters than bytes.
  if (file.sizeBytes <= MAX_CHARACTERS) return `${address}#L${line}`;
  const known = shownLines.get(item) ?? new Map<string, number>();
  shownLines.set(item, known);
  const count = known.get(path) ?? (await countShown(item, path, context));
  known.set(path, count);
  return line <= count ? `${address}#L${line}` : address;
}

async function countShown(
  item: PackageVersion,
  path: string,
  { readBlobEntry }: Pick<SiteContext, 'readBlobEntry'>,
): Promise<number> {
  return shownText(decodeText(await readBlobEntry(item.blobName, path))).split('\n').length;
}
