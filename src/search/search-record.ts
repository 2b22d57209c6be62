/** What search knows of a package: that of its shown version, as far as anyone may look for it. */

import type { PackageKind } from '../domain/nupkg.ts';
import type { CommandKind } from '../domain/package-commands.ts';

export interface SearchRecord {
  readonly id: string;
  readonly version: string;
  readonly kind: PackageKind;
  readonly description: string;
  /** Its first sentence. */
  readonly synopsis: string;
  /** The author's own. */
  readonly tags: readonly string[];
  readonly authors: string;
  readonly company: string;
  readonly owners: readonly string[];
  /** Ids of categories of the gallery. */
  readonly categories: readonly string[];
  /** SPDX identifier, or '' when the licence is not known. */
  readonly license: string;
  /** The least that it asks for, `5.1`, or ''. */
  readonly powerShell: string;
  readonly editions: readonly string[];
  /** Windows, Linux, macOS. */
  readonly systems: readonly string[];
  /** `2026-01-31`. */
  readonly publishedOn: string;
  /** 0 to 100, a whole number. */
  readonly quality: number;
  /** Whether its newest listed version is a prerelease. */
  readonly isPrerelease: boolean;
  readonly isDeprecated: boolean;
  /** Ids of packages that it depends on. */
  readonly dependencies: readonly string[];
  readonly commands: readonly SearchCommand[];
  /** README and help topics, as plain text; '' when it has none. */
  readonly readme: string;
  /** Of its own picture, relative to the root of the site; '' when it has none. */
  readonly icon: string;
}

/** A script is the one command of its package. */
export type SearchCommandKind = CommandKind | 'script';

export interface SearchCommand {
  readonly name: string;
  readonly kind: SearchCommandKind;
  /** '' when there is none. */
  readonly synopsis: string;
  readonly parameters: readonly string[];
}

/** In the order of their numbers in the index: new ones come last. */
export const COMMAND_KINDS: readonly SearchCommandKind[] = [
  'function',
  'cmdlet',
  'workflow',
  'alias',
  'dsc-resource',
  'role-capability',
  'script',
];

/** Values of `Includes:`, in the order of their bits in the index. */
export const INCLUDED_KINDS = ['function', 'cmdlet', 'dsc-resource', 'role-capability', 'workflow'] as const;
