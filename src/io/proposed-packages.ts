/** The packages of a pull request: blobs as they are, sources packed in memory; all of them through the gate. */
import type { FileTree } from '../domain/file-tree.ts';
import { type Finding, hasErrors } from '../domain/finding.ts';
import type { GalleryPolicy } from '../domain/gallery-settings.ts';
import { findingOf } from '../domain/rule.ts';
import { packModule, packScript } from '../pack/pack.ts';
import {
  INCOMING_FOLDER,
  INDEX_ROOT,
  type SortedChanges,
  type TreeChange,
} from '../publish/request/tree-change.ts';
import { packageTooLarge } from '../rules/package-too-large.ts';
import { pullTooLarge } from '../rules/pull-too-large.ts';
import { type EnteredPackage, openPackage } from './enter-package.ts';
import type { GitRepository } from './git-repository.ts';

export interface OpenedPackage {
  readonly source: 'blob' | 'incoming' | 'attachment';
  readonly file: string;
  /** Undefined when the gate refused it. */
  readonly entered: EnteredPackage | undefined;
  readonly findings: readonly Finding[];
}

/** Of all that one request brings: it is held in memory until it is committed. */
const MAX_REQUEST_BYTES = 512 * 1024 * 1024;

export async function openProposedPackages(
  repository: GitRepository,
  sorted: SortedChanges,
  policy: GalleryPolicy,
): Promise<readonly OpenedPackage[]> {
  const folders = [...sorted.incoming.values()];
  const sizes = await repository.sizes([...sorted.blobs, ...folders.flat()].map(({ oid }) => oid));
  const sizeOf = (files: readonly TreeChange[]) =>
    files.reduce((sum, { oid }) => sum + (sizes.get(oid) ?? 0), 0);
  const total = sizeOf([...sorted.blobs, ...folders.flat()]);
  if (total > MAX_REQUEST_BYTES) {
    const args = { sizeBytes: total, limit: MAX_REQUEST_BYTES };
    return [refused('blob', INDEX_ROOT, findingOf(pullTooLarge, { file: INDEX_ROOT }, args))];
  }
  const opened: OpenedPackage[] = [];
  for (const blob of sorted.blobs) opened.push(await openBlob(repository, blob, sizeOf([blob]), policy));
  for (const [name, files] of sorted.incoming) {
    opened.push(await openIncoming(repository, name, files, sizeOf(files), policy));
  }
  return opened;
}

async function openBlob(
  repository: GitRepository,
  { path, oid }: TreeChange,
  sizeBytes: number,
  policy: GalleryPolicy,
): Promise<OpenedPackage> {
  const limit = policy.maxPackageBytes;
  if (sizeBytes > limit) {
    return refused('blob', path, findingOf(packageTooLarge, { file: path }, { sizeBytes, limit }));
  }
  const { value, findings } = await openPackage(await repository.bytes(oid), path, policy);
  return { source: 'blob', file: path, entered: value, findings };
}

async function openIncoming(
  repository: GitRepository,
  name: string,
  files: readonly TreeChange[],
  sizeBytes: number,
  policy: GalleryPolicy,
): Promise<OpenedPackage> {
  const file = `${INDEX_ROOT}${INCOMING_FOLDER}${name}`;
  const limit = policy.maxUnpackedBytes;
  if (sizeBytes > limit) {
    return refused('incoming', file, findingOf(packageTooLarge, { file }, { sizeBytes, limit }));
  }
  const isScript = files.length === 1 && files[0]?.path === file;
  const packed = isScript
    ? await packScript(treeOf(repository, files, file.slice(0, -name.length)), name, file)
    : await packModule(...(await moduleFolder(repository, files, file, name)), file);
  if (!packed.value || hasErrors(packed.findings)) {
    return { source: 'incoming', file, entered: undefined, findings: packed.findings };
  }
  const { value, findings } = await openPackage(packed.value.bytes, file, policy);
  return { source: 'incoming', file, entered: value, findings: [...packed.findings, ...findings] };
}

/** A module lies in <Name>/ or, as installed, in <Name>/<Version>/. */
async function moduleFolder(
  repository: GitRepository,
  files: readonly TreeChange[],
  folder: string,
  name: string,
): Promise<[FileTree, readonly string[]]> {
  const inner = new Set(files.map(({ path }) => path.slice(folder.length + 1).split('/')[0] ?? ''));
  const [only = ''] = inner;
  const isVersioned =
    inner.size === 1 &&
    /^\d+(?:\.\d+)+$/.test(only) &&
    files.every(({ path }) => path !== `${folder}/${only}`);
  const root = isVersioned ? `${folder}/${only}/` : `${folder}/`;
  return [treeOf(repository, files, root), isVersioned ? [only, name] : [name]];
}

function treeOf(repository: GitRepository, files: readonly TreeChange[], root: string): FileTree {
  const oids = new Map(
    files.filter(({ path }) => path.startsWith(root)).map(({ path, oid }) => [path.slice(root.length), oid]),
  );
  return {
    list: () => Promise.resolve([...oids.keys()].sort()),
    bytes: (path) => {
      const oid = oids.get(path);
      return oid === undefined
        ? Promise.reject(new Error(`${root}${path} is not there`))
        : repository.bytes(oid);
    },
  };
}

function refused(source: OpenedPackage['source'], file: string, finding: Finding): OpenedPackage {
  return { source, file, entered: undefined, findings: [finding] };
}
