/**
 * Components of a gallery's own in place of ours, without a copy of the rest: a file at the same path under the folder
 * of overrides is taken for it. It can import what it replaces, and anything else of the site, as `pwshelf:site/…`.
 */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SITE = fileURLToPath(new URL('.', import.meta.url));
/** By these names overrides import what is ours. */
export const OVERRIDES_ALIAS = { 'pwshelf:site': SITE.replace(/[\\/]$/, '') };

/** From here packages are found that an override imports, whoever's folder it lies in. */
const IMPORTER = join(SITE, 'site-config.ts');

/** @param folder  absolute */
export function overridesPlugin(folder: string): Plugin {
  const root = folder.endsWith(sep) ? folder : folder + sep;
  return {
    name: 'pwshelf-overrides',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined) return null;
      const isOverride = importer.startsWith(root);
      if (isOverride && !/^[./\0]/.test(source))
        return this.resolve(source, IMPORTER, { ...options, skipSelf: true });
      if (isOverride || !/^[./]/.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found?.id.startsWith(SITE)) return null;
      const own = root + found.id.slice(SITE.length);
      return existsSync(own) ? own : null;
    },
  };
}
