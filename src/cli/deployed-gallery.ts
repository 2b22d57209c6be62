/**
 * The list of versions of a gallery, where it is deployed or where it was built. What cannot be told is refused: an
 * answer that was taken for "nothing is there" would let everything vanish.
 */
import { GalleryError } from '../domain/gallery-error.ts';
import type { VersionList } from '../domain/version-list.ts';
import { API_VERSIONS, V3_INDEX } from '../feed/urls.ts';
import { publishedTextAt } from '../io/published-text.ts';
import { parseVersionList } from '../read/version-list.ts';

/**
 * @param place  an address or a folder
 * @returns undefined when nothing is deployed there yet
 * @throws GalleryError when that cannot be told
 */
export async function deployedVersions(place: string): Promise<VersionList | undefined> {
  const read = publishedTextAt(place);
  const text = await textOrRefusal(read, place, API_VERSIONS);
  if (text !== undefined) return listOf(text, place);
  // fail closed: a gallery without a list is one whose versions nobody knows.
  if ((await textOrRefusal(read, place, V3_INDEX)) === undefined) return undefined;
  throw refusal(place, `there is ${V3_INDEX}, but no ${API_VERSIONS}`);
}

/** @throws GalleryError when the folder is no build */
export async function builtVersions(
  dir: string,
): Promise<{ readonly list: VersionList; readonly text: string }> {
  const text = await publishedTextAt(dir)(API_VERSIONS);
  const hint = 'Run `pwshelf build` first, or name the folder that it wrote with --dir.';
  if (!text.ok) throw new GalleryError('BUILD_UNREADABLE', `${dir}: ${API_VERSIONS}: ${text.problem}.`, hint);
  if (text.value === undefined)
    throw new GalleryError('BUILD_ABSENT', `${dir} is no built gallery: it has no ${API_VERSIONS}.`, hint);
  const list = parseVersionList(text.value);
  if (!list.ok) throw new GalleryError('BUILD_UNREADABLE', `${dir}: ${API_VERSIONS}: ${list.problem}.`, hint);
  return { list: list.value, text: text.value };
}

async function textOrRefusal(
  read: ReturnType<typeof publishedTextAt>,
  place: string,
  path: string,
): Promise<string | undefined> {
  const text = await read(path);
  if (!text.ok) throw refusal(place, `${path}: ${text.problem}`);
  return text.value;
}

function listOf(text: string, place: string): VersionList {
  const list = parseVersionList(text);
  if (!list.ok) throw refusal(place, `${API_VERSIONS}: ${list.problem}`);
  return list.value;
}

function refusal(place: string, problem: string): GalleryError {
  return new GalleryError(
    'DEPLOYED_UNKNOWN',
    `What is deployed at ${place} cannot be told: ${problem}.`,
    'Try again when it answers. To deploy over what is no gallery of pwshelf, leave out --against for once: docs/deploy.md.',
  );
}
