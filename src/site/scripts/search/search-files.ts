/** Reads the search index over HTTP. */
import type { LoadFile } from '../../../search/open-index.ts';

/**
 * @param base  of the site, with a slash at its end
 * @param isFresh  asks the host even for what the browser has
 */
export function searchFiles(base: string, isFresh: boolean): LoadFile {
  return async (path) => {
    let response: Response;
    try {
      response = await fetch(base + path, { cache: isFresh ? 'reload' : 'default' });
    } catch {
      throw new Error(navigator.onLine ? 'the host does not answer' : 'this device is offline');
    }
    if (!response.ok) throw new Error(`the host answers ${response.status}`);
    try {
      return await response.json();
    } catch {
      throw new Error('it is damaged');
    }
  };
}
