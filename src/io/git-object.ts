/** Git's names of contents, computed where starting a process for each would cost more than the work. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';

/** @param like  any other name of the same repository: by its length, SHA-1 or SHA-256 */
export function contentOid(content: string | Uint8Array, like: string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/** Of a file as it lies there; undefined for none, and '' for what is no plain file. */
export function fileOid(path: string, like: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  return found.isFile() ? contentOid(readFileSync(path), like) : '';
}
