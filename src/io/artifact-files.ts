/** What lies in the folder of a build: every file with its size, and whatever else is in it. Links are not followed. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GalleryError } from '../domain/gallery-error.ts';
import type { ArtifactFile } from '../publish/deploy/artifact-file.ts';

/** Files whose sizes are asked for at once. */
const AT_ONCE = 64;

/**
 * In code point order of their paths.
 * @throws GalleryError when the folder is not there
 */
export async function listArtifactFiles(dir: string): Promise<readonly ArtifactFile[]> {
  const root = await lstat(dir).catch(() => undefined);
  if (!root?.isDirectory()) {
    throw new GalleryError(
      'DIR_ABSENT',
      `There is no folder ${dir}.`,
      'Run `pwshelf build` first, or name the folder with --dir.',
    );
  }
  const found: ArtifactFile[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(dir, folder), { withFileTypes: true });
    for (let start = 0; start < entries.length; start += AT_ONCE) {
      const files = entries.slice(start, start + AT_ONCE).map(async (entry) => {
        const path = folder + entry.name;
        if (entry.isDirectory()) folders.push(`${path}/`);
        else if (!entry.isFile()) found.push({ path, kind: 'other', sizeBytes: 0 });
        else found.push({ path, kind: 'file', sizeBytes: (await lstat(join(dir, path))).size });
      });
      await Promise.all(files);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** SHA-512 of a file, base64, without holding the file in memory. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}
