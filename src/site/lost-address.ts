/** An address that leads nowhere → the package that was probably meant. Runs in the browser. */
import type { NameShard } from './name-index.ts';

export interface LostPackage {
  readonly name: string;
  /** The version that was asked for, if any. */
  readonly version: string | undefined;
}

/** @param path  below the base of the site, e.g. `packages/pester/5.0.0/Content/x` or `api/v2/package/pester/5.0.0` */
export function lostPackage(path: string): LostPackage | undefined {
  const [, name, version] =
    /^(?:packages|api\/v2\/package)\/([\w.-]{1,100})(?:\/([\w.+-]{1,64}))?(?:\/|$)/i.exec(path) ?? [];
  if (name === undefined) return undefined;
  return { name, version: version !== undefined && /^\d/.test(version) ? version : undefined };
}

/** Of tags, people and verbs the pages are lower-case, whatever the case of their names. */
export function lowerCasePath(path: string): string | undefined {
  if (!/^(?:tags|profiles|categories|commands)\/[\w.+%-]{1,100}\/?$/i.test(path)) return undefined;
  const lower = `${path.toLowerCase().replace(/\/$/, '')}/`;
  return lower === path ? undefined : lower;
}

export type LostAnswer =
  | { readonly kind: 'found'; readonly path: string }
  | {
      readonly kind: 'no-version';
      readonly id: string;
      readonly version: string;
      readonly versions: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly name: string };

/** @param shard  the piece of the index that would hold the name */
export function findLost({ name, version }: LostPackage, shard: NameShard): LostAnswer {
  const entry = shard[name.toLowerCase()];
  if (!entry) return { kind: 'unknown', name };
  if (version === undefined) return { kind: 'found', path: `packages/${entry.id}/` };
  const found = entry.versions.find((other) => other.toLowerCase() === version.toLowerCase());
  if (found === undefined) return { kind: 'no-version', id: entry.id, version, versions: entry.versions };
  return { kind: 'found', path: `packages/${entry.id}/${found}/` };
}
