/** A mark of all that pages are rendered by: components, styles, texts, and what a gallery puts in their place. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('.', import.meta.url));

/**
 * @param codeVersion  of the code that reads packages
 * @param overridesDir  absolute, or undefined for none
 */
export function siteVersion(codeVersion: string, overridesDir: string | undefined): string {
  const hash = createHash('sha256').update(codeVersion);
  for (const folder of [SITE, ...(overridesDir === undefined ? [] : [overridesDir])]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const path of files) hash.update(`${path.slice(folder.length)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 24);
}
