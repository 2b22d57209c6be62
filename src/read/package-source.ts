/** The files of a package as code refers to them: without regard to case, with `/` or `\` between folders. */
import { decodeText } from './text-encoding.ts';

export interface PackageSource {
  /** In code point order. */
  readonly paths: readonly string[];
  /** Unpacked, or undefined when it is damaged or not there. */
  readonly bytes: (path: string) => Uint8Array | undefined;
}

/** Longer files are data, whatever their name: no person has written them. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;

export class PackageFiles {
  readonly paths: readonly string[];
  readonly #source: PackageSource;
  readonly #byKey = new Map<string, string>();
  /** Lower-cased; made when the first is asked for. */
  #folders: ReadonlySet<string> | undefined;

  constructor(source: PackageSource) {
    this.#source = source;
    this.paths = source.paths;
    for (const path of source.paths) this.#byKey.set(path.toLowerCase(), path);
  }

  /** The path as the package spells it, or undefined. */
  resolve(path: string): string | undefined {
    return this.#byKey.get(normalizedPath(path).toLowerCase());
  }

  hasFolder(path: string): boolean {
    this.#folders ??= foldersOf(this.#byKey.keys());
    return this.#folders.has(normalizedPath(path).toLowerCase());
  }

  text(path: string): string | undefined {
    const bytes = this.bytes(path);
    return bytes && bytes.length <= MAX_TEXT_BYTES ? decodeText(bytes) : undefined;
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#source.bytes(path);
  }
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  return found;
}

/** `.\a\..\b/c` → `b/c`; what leads out of the package keeps its `..`. */
export function normalizedPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]+/)) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
