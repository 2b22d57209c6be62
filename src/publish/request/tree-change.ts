/**
 * What a pull request changes, as git tells it, sorted by what each change can mean to a gallery. Nothing of the head is
 * trusted here: a path is looked at before any byte of the file is.
 */
import type { Finding, Place } from '../../domain/finding.ts';
import { findingOf } from '../../domain/rule.ts';
import { pullFileMode } from '../../rules/pull-file-mode.ts';
import { pullOutsideIndex } from '../../rules/pull-outside-index.ts';
import { pullPathCollision } from '../../rules/pull-path-collision.ts';
import { pullRecordGone } from '../../rules/pull-record-gone.ts';
import { pullTooManyFiles } from '../../rules/pull-too-many-files.ts';
import { pullTooManyPackages } from '../../rules/pull-too-many-packages.ts';

/** Where the index lies in the repository of a gallery. */
export const INDEX_ROOT = 'packages-index/';
/** Sources that a merge packs; nothing stays there. */
export const INCOMING_FOLDER = 'incoming/';

/** More than a person reads, or one decision should carry. */
export const MAX_CHANGED_FILES = 2_000;

/** Every one is unpacked, searched and read, at every look. */
const MAX_PACKAGES = 100;

export interface TreeChange {
  /** From the root of the repository. */
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'gone';
  /** Of git: `100644` is a plain file. Of the file that is gone, when it is gone. */
  readonly mode: string;
  /** Git's name of the content; of the old one when it is gone. */
  readonly oid: string;
}

export interface SortedChanges {
  readonly findings: readonly Finding[];
  /** New .nupkg files. */
  readonly blobs: readonly TreeChange[];
  /** Blobs that changed or are gone: only a removal by a maintainer explains that. */
  readonly lostBlobs: readonly TreeChange[];
  readonly records: readonly TreeChange[];
  /** Files of each folder or script below incoming/, by its name. */
  readonly incoming: ReadonlyMap<string, readonly TreeChange[]>;
  /** What only maintainers may change: settings, workflows, documents. */
  readonly outside: readonly TreeChange[];
}

/** @param existing  paths of the base branch below the index, to tell names that differ in case only */
export function sortChanges(changes: readonly TreeChange[], existing: readonly string[]): SortedChanges {
  const sorted: SortedChanges & { readonly incoming: Map<string, TreeChange[]> } & Mutable = {
    findings: [],
    blobs: [],
    lostBlobs: [],
    records: [],
    incoming: new Map(),
    outside: [],
  };
  if (changes.length > MAX_CHANGED_FILES) {
    const args = { count: changes.length, limit: MAX_CHANGED_FILES };
    return { ...sorted, findings: [findingOf(pullTooManyFiles, { file: INDEX_ROOT }, args)] };
  }
  for (const change of changes) sortChange(change, sorted);
  const count = sorted.blobs.length + sorted.incoming.size;
  if (count > MAX_PACKAGES) {
    const finding = findingOf(pullTooManyPackages, { file: INDEX_ROOT }, { count, limit: MAX_PACKAGES });
    return { ...sorted, blobs: [], incoming: new Map(), findings: [finding] };
  }
  sorted.findings.push(...collisions(changes, existing), ...outsideFindings(sorted.outside));
  return sorted;
}

interface Mutable {
  readonly findings: Finding[];
  readonly blobs: TreeChange[];
  readonly lostBlobs: TreeChange[];
  readonly records: TreeChange[];
  readonly outside: TreeChange[];
}

function sortChange(change: TreeChange, sorted: Mutable & { readonly incoming: Map<string, TreeChange[]> }) {
  const { path, kind, mode } = change;
  const place: Place = { file: path };
  const inside = path.startsWith(INDEX_ROOT) ? path.slice(INDEX_ROOT.length) : undefined;
  if (inside === undefined || !isOfPackages(inside)) {
    sorted.outside.push(change);
    return;
  }
  if (kind !== 'gone' && mode !== PLAIN_FILE) {
    sorted.findings.push(
      findingOf(pullFileMode, place, { mode, what: MODE_TEXT[mode] ?? 'of a kind of its own' }),
    );
    return;
  }
  if (inside.startsWith(INCOMING_FOLDER)) {
    if (kind === 'gone') return;
    const name = inside.slice(INCOMING_FOLDER.length).split('/')[0] ?? '';
    sorted.incoming.set(name, [...(sorted.incoming.get(name) ?? []), change]);
  } else if (inside.startsWith('blobs/')) {
    (kind === 'added' ? sorted.blobs : sorted.lostBlobs).push(change);
  } else if (kind === 'gone') {
    sorted.findings.push(findingOf(pullRecordGone, place, {}));
  } else sorted.records.push(change);
}

const PLAIN_FILE = '100644';

const MODE_TEXT: Readonly<Record<string, string>> = {
  '100755': 'an executable file',
  '120000': 'a symbolic link',
  '160000': 'a submodule',
};

/** The three places where a package may bring something. Folders of git itself and hidden files have no business there. */
function isOfPackages(inside: string): boolean {
  if (/^blobs\/[^/]+\.nupkg$/.test(inside)) return !inside.startsWith('blobs/.');
  if (/^packages\/[^/]+\.yaml$/.test(inside)) return !inside.startsWith('packages/.');
  return /^incoming\/[A-Za-z0-9_]/.test(inside) && !inside.split('/').some((part) => /^\.git/i.test(part));
}

/** Two names that are one on Windows and macOS: whoever clones the gallery there would lose a file. */
function collisions(changes: readonly TreeChange[], existing: readonly string[]): readonly Finding[] {
  const gone = new Set(changes.filter(({ kind }) => kind === 'gone').map(({ path }) => path));
  const seen = new Map<string, string>();
  for (const path of existing) if (!gone.has(path)) seen.set(folded(path), path);
  return changes.flatMap(({ path, kind }) => {
    if (kind === 'gone') return [];
    const other = seen.get(folded(path));
    seen.set(folded(path), path);
    return other === undefined || other === path
      ? []
      : [findingOf(pullPathCollision, { file: path }, { other })];
  });
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** One for all: a change of a hundred documents is one thing to tell. */
function outsideFindings(outside: readonly TreeChange[]): readonly Finding[] {
  const [first] = outside;
  if (!first) return [];
  const paths = outside.map(({ path }) => path);
  return [findingOf(pullOutsideIndex, { file: first.path }, { paths })];
}
