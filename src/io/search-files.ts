/** Reads the search index of a built gallery: from a folder, or over HTTP. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TIMEOUT_MS = 30_000;
/** No file of an index is nearly as large; whatever else answers there is not read into memory. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * @param place  a folder, or an http or https address
 * @returns reads a JSON file by its path below it, and throws with a reason when it cannot
 */
export function searchFilesAt(place: string): (path: string) => Promise<unknown> {
  const read = /^https?:\/\//i.test(place) ? webReader(place) : folderReader(place);
  return async (path) => {
    const text = await read(path);
    try {
      return JSON.parse(text);
    } catch {
      throw new Error('it is damaged');
    }
  };
}

function folderReader(folder: string): (path: string) => Promise<string> {
  return async (path) => {
    try {
      return await readFile(join(folder, path), 'utf8');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // ENOTDIR: the place is a file itself.
      if (code === 'ENOENT' || code === 'ENOTDIR') throw new Error('there is no such file');
      throw error;
    }
  };
}

function webReader(address: string): (path: string) => Promise<string> {
  const base = URL.parse(address.endsWith('/') ? address : `${address}/`);
  if (!base) {
    return () => Promise.reject(new Error('this is no address'));
  }
  return async (path) => {
    let response: Response;
    try {
      response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      throw new Error(`${base.host} does not answer`, { cause: error });
    }
    if (!response.ok) throw new Error(`${base.host} answers ${response.status}`);
    if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) throw new Error('it is too large');
    return response.text();
  };
}
