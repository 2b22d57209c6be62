/** The feed of another V2 gallery → the versions in it that are listed. Read as a stream, since nobody bounds a description. */
import { SaxesParser } from 'saxes';
import { type NuGetVersion, parseNuGetVersion } from '../../domain/nuget-version.ts';
import { packageKey } from '../../domain/package-id.ts';

const MAX_DEPTH = 16;
const NAMES: ReadonlySet<string> = new Set(['Id', 'Version', 'Published', 'Listed']);

/** Ends the reading; it never leaves this file. */
class NoFeed extends Error {}

/** @returns undefined when it is no feed, or breaks off */
export function readV2Feed(text: string, id: string): readonly NuGetVersion[] | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const versions: NuGetVersion[] = [];
  let isFeed = false;
  let depth = 0;
  let entry: Map<string, string> | undefined;
  let property: string | undefined;
  parser.on('doctype', stop);
  parser.on('error', stop);
  parser.on('opentag', ({ local }) => {
    if (depth === 0) isFeed = local === 'feed';
    if (++depth > MAX_DEPTH || !isFeed) stop();
    if (local === 'entry') entry = new Map();
    property = NAMES.has(local) ? local : undefined;
  });
  parser.on('text', (part) => {
    if (entry && property !== undefined) entry.set(property, (entry.get(property) ?? '') + part);
  });
  parser.on('closetag', ({ local }) => {
    depth--;
    property = undefined;
    if (local !== 'entry' || !entry) return;
    const version = listedVersion(entry, id);
    if (version) versions.push(version);
    entry = undefined;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof NoFeed) return undefined;
    throw error;
  }
  return isFeed ? versions : undefined;
}

function stop(): never {
  throw new NoFeed();
}

/** Unlisted ones are published in 1900. An entry may leave out the id that its title bears. */
function listedVersion(entry: ReadonlyMap<string, string>, id: string): NuGetVersion | undefined {
  const version = parseNuGetVersion(entry.get('Version')?.trim() ?? '');
  const found = entry.get('Id')?.trim();
  if (!version.ok || (found !== undefined && packageKey(found) !== packageKey(id))) return undefined;
  const isUnlisted =
    entry.get('Listed')?.trim() === 'false' || /^\s*1900-/.test(entry.get('Published') ?? '');
  return isUnlisted ? undefined : version.value;
}
