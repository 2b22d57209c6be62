/** What changed from one version of a package to another: commands, parameters, metadata, files. Pure. */
import type { CommandFacts, VersionFacts } from './version-facts.ts';

export interface VersionChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Commands that are in both and are called differently. */
  readonly changed: readonly CommandChange[];
  readonly metadata: readonly MetadataChange[];
  readonly files: readonly FileChange[];
}

export interface CommandChange {
  readonly name: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Parameters of another type, or that must be given now. */
  readonly changed: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

export interface MetadataChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

export interface FileChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly beforeBytes: number | undefined;
  readonly afterBytes: number | undefined;
}

export function versionChanges(before: VersionFacts, after: VersionFacts): VersionChanges {
  return {
    ...commandChanges(before.commands, after.commands),
    metadata: metadataChanges(before, after),
    files: fileChanges(before, after),
  };
}

/** Whether there is nothing to tell but another version. */
export function isUnchanged(changes: VersionChanges): boolean {
  return Object.values(changes).every((list: readonly unknown[]) => list.length === 0);
}

function commandChanges(
  before: readonly CommandFacts[],
  after: readonly CommandFacts[],
): Pick<VersionChanges, 'added' | 'removed' | 'changed'> {
  const was = byName(before);
  const is = byName(after);
  return {
    added: after.filter(({ name }) => !was.has(name.toLowerCase())).map(({ name }) => name),
    removed: before.filter(({ name }) => !is.has(name.toLowerCase())).map(({ name }) => name),
    changed: after.flatMap((command) => {
      const old = was.get(command.name.toLowerCase());
      const change = old && parameterChanges(old, command);
      return change ? [change] : [];
    }),
  };
}

function parameterChanges(before: CommandFacts, after: CommandFacts): CommandChange | undefined {
  const was = byName(before.parameters);
  const is = byName(after.parameters);
  const added = after.parameters.filter(({ name }) => !was.has(name.toLowerCase())).map(({ name }) => name);
  const removed = before.parameters.filter(({ name }) => !is.has(name.toLowerCase())).map(({ name }) => name);
  const changed = after.parameters.flatMap((parameter) => {
    const old = was.get(parameter.name.toLowerCase());
    const [one, other] = [old && signature(old), signature(parameter)];
    return one !== undefined && one !== other ? [{ name: parameter.name, before: one, after: other }] : [];
  });
  return added.length + removed.length + changed.length === 0
    ? undefined
    : { name: after.name, added, removed, changed };
}

function signature({ type, isMandatory }: CommandFacts['parameters'][number]): string {
  return `${type ?? 'any type'}${isMandatory ? ', required' : ''}`;
}

function metadataChanges(before: VersionFacts, after: VersionFacts): readonly MetadataChange[] {
  return Object.keys(after.metadata)
    .map((title) => ({
      title,
      before: before.metadata[title] ?? '',
      after: after.metadata[title] ?? '',
    }))
    .filter((item) => item.before !== item.after);
}

function fileChanges(before: VersionFacts, after: VersionFacts): readonly FileChange[] {
  const was = new Map(before.files.map((file) => [file.path, file]));
  const is = new Map(after.files.map((file) => [file.path, file]));
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort();
  return paths.flatMap((path): readonly FileChange[] => {
    const [one, other] = [was.get(path), is.get(path)];
    const [beforeBytes, afterBytes] = [one?.sizeBytes, other?.sizeBytes];
    if (!one) return [{ path, kind: 'added', beforeBytes, afterBytes }];
    if (!other) return [{ path, kind: 'removed', beforeBytes, afterBytes }];
    return one.sha256 === other.sha256 ? [] : [{ path, kind: 'changed', beforeBytes, afterBytes }];
  });
}

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name.toLowerCase(), item]));
}
