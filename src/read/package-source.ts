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
    const prefix = `${normalizedPath(path).toLowerCase()}/`;
    return this.paths.some((item) => item.toLowerCase().startsWith(prefix));
  }

  text(path: string): string | undefined {
    const bytes = this.bytes(path);
    return bytes && bytes.length <= MAX_TEXT_BYTES ? decodeText(bytes) : undefined;
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#source.bytes(path);
  }
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
