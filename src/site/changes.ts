/** What changed from one version of a package to the next: commands, parameters, metadata, files. Pure. */
import type { CommandParameter } from '../domain/command-help.ts';
import type { PackageVersion } from '../domain/gallery.ts';
import type { DocumentedCommand, PackageDocs } from '../domain/package-docs.ts';
import { summarizePackage } from '../domain/package-summary.ts';

export interface VersionChanges {
  readonly added: readonly DocumentedCommand[];
  readonly removed: readonly DocumentedCommand[];
  /** Commands that are in both and are called differently. */
  readonly changed: readonly CommandChange[];
  readonly facts: readonly FactChange[];
  readonly files: readonly FileChange[];
}

export interface CommandChange {
  readonly name: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Parameters of another type, or that must be given now. */
  readonly changed: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

export interface FactChange {
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

export function commandChanges(
  before: PackageDocs,
  after: PackageDocs,
): Pick<VersionChanges, 'added' | 'removed' | 'changed'> {
  const was = byName(before.commands);
  const is = byName(after.commands);
  return {
    added: after.commands.filter(({ name }) => !was.has(name.toLowerCase())),
    removed: before.commands.filter(({ name }) => !is.has(name.toLowerCase())),
    changed: after.commands.flatMap((command) => {
      const old = was.get(command.name.toLowerCase());
      const change = old && parameterChanges(old, command);
      return change ? [change] : [];
    }),
  };
}

function parameterChanges(before: DocumentedCommand, after: DocumentedCommand): CommandChange | undefined {
  const was = before.help?.parameters ?? [];
  const is = after.help?.parameters ?? [];
  const find = (list: readonly CommandParameter[], name: string) =>
    list.find((item) => item.name.toLowerCase() === name.toLowerCase());
  const added = is.filter(({ name }) => !find(was, name)).map(({ name }) => name);
  const removed = was.filter(({ name }) => !find(is, name)).map(({ name }) => name);
  const changed = is.flatMap((parameter) => {
    const old = find(was, parameter.name);
    const [one, other] = [old && signature(old), signature(parameter)];
    return one !== undefined && one !== other ? [{ name: parameter.name, before: one, after: other }] : [];
  });
  return added.length + removed.length + changed.length === 0
    ? undefined
    : { name: after.name, added, removed, changed };
}

function signature({ type, isMandatory }: CommandParameter): string {
  return `${type ?? 'any type'}${isMandatory ? ', required' : ''}`;
}

export function factChanges(before: PackageVersion, after: PackageVersion): readonly FactChange[] {
  const [was, is] = [summarizePackage(before.nupkg), summarizePackage(after.nupkg)];
  const dependencies = ({ nupkg }: PackageVersion) =>
    nupkg.nuspec.dependencies.map(({ id, range }) => `${id} ${range}`.trim()).join(', ');
  const rows: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['Description', was.description, is.description],
    ['Author', was.authors, is.authors],
    ['Lowest PowerShell version', was.powerShellVersion, is.powerShellVersion],
    ['Editions', was.compatiblePSEditions.join(', '), is.compatiblePSEditions.join(', ')],
    ['Dependencies', dependencies(before), dependencies(after)],
    ['Licence', was.licenseUrl, is.licenseUrl],
    ['Project', was.projectUrl, is.projectUrl],
    ['Copyright', was.copyright, is.copyright],
    ['GUID', was.guid, is.guid],
    ['Kind', before.kind, after.kind],
  ];
  return rows
    .filter(([, one = '', other = '']) => one !== other)
    .map(([title, one = '', other = '']) => ({ title, before: one, after: other }));
}

/** @param isSame  whether a file of both has the same bytes */
export function fileChanges(
  before: PackageVersion,
  after: PackageVersion,
  isSame: (path: string) => boolean,
): readonly FileChange[] {
  const was = new Map(before.nupkg.files.map((file) => [file.path, file.sizeBytes]));
  const is = new Map(after.nupkg.files.map((file) => [file.path, file.sizeBytes]));
  const paths = [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !path.endsWith('.nuspec'))
    .sort();
  return paths.flatMap((path): readonly FileChange[] => {
    const [beforeBytes, afterBytes] = [was.get(path), is.get(path)];
    if (beforeBytes === undefined) return [{ path, kind: 'added', beforeBytes, afterBytes }];
    if (afterBytes === undefined) return [{ path, kind: 'removed', beforeBytes, afterBytes }];
    if (beforeBytes === afterBytes && isSame(path)) return [];
    return [{ path, kind: 'changed', beforeBytes, afterBytes }];
  });
}

function byName(commands: readonly DocumentedCommand[]): ReadonlyMap<string, DocumentedCommand> {
  return new Map(commands.map((command) => [command.name.toLowerCase(), command]));
}
