/**
 * Which commands a package brings: from its manifest where that lists them, from its code and its assemblies where it
 * says `*`. Code is only opened when the manifest leaves something open.
 */
import type { ExportList, ModuleManifest } from '../domain/module-manifest.ts';
import type { PackageContent } from '../domain/nupkg.ts';
import type { CommandKind, CommandKnowledge, PackageCommand } from '../domain/package-commands.ts';
import { buildModule, type ExportedCommand, MAX_PATTERNS, NOTHING_BUILT } from './built-module.ts';
import { mofResources } from './dsc-resources.ts';
import { normalizedPath, type PackageFiles } from './package-source.ts';
import { CodeFiles } from './powershell/code-files.ts';
import { wildcardMatcher } from './wildcard.ts';

/** The largest modules in use have about eleven thousand. */
export const MAX_COMMANDS = 20_000;

/** At most one more than MAX_COMMANDS, by which it is seen that there are too many. */
export function readPackageCommands(content: PackageContent, files: PackageFiles): readonly PackageCommand[] {
  if (content.kind === 'script') {
    const { functions, workflows } = content.info;
    return [
      ...functions.map((name) => ({ kind: 'function', name, known: 'code' }) as const),
      ...workflows.map((name) => ({ kind: 'workflow', name, known: 'code' }) as const),
    ].slice(0, MAX_COMMANDS + 1);
  }
  return moduleCommands(content.manifest, files);
}

function moduleCommands(manifest: ModuleManifest, files: PackageFiles): readonly PackageCommand[] {
  const { functionsToExport, cmdletsToExport, aliasesToExport, dscResourcesToExport } = manifest;
  const lists = [functionsToExport, cmdletsToExport, aliasesToExport, dscResourcesToExport];
  const isOpen = lists.some((list) => list.patterns.length > 0);
  const built = isOpen ? buildModule(manifest, new CodeFiles(files)) : NOTHING_BUILT;
  const found = new CommandList(manifest.defaultCommandPrefix);
  const add = (kind: CommandKind, list: ExportList, candidates: readonly ExportedCommand[]) => {
    const kinds = new Map<string, CommandKind>();
    for (const item of candidates) {
      const key = item.name.toLowerCase();
      if (!kinds.has(key)) kinds.set(key, item.kind);
    }
    for (const name of list.names) found.add(kinds.get(name.toLowerCase()) ?? kind, name, 'manifest');
    const matchers = list.patterns.slice(0, MAX_PATTERNS).map(wildcardMatcher);
    for (const item of candidates) {
      if (matchers.some((matches) => matches(item.name))) found.add(item.kind, item.name, item.known);
    }
  };
  add('function', functionsToExport, built.functions);
  add('cmdlet', cmdletsToExport, built.cmdlets);
  add('alias', aliasesToExport, built.aliases);
  add('dsc-resource', dscResourcesToExport, built.dscResources);
  for (const { name } of mofResources(files)) found.add('dsc-resource', name, 'file');
  for (const name of roleCapabilities(files)) found.add('role-capability', name, 'file');
  return found.commands;
}

/** Without repeats; functions and cmdlets under the names that a prefix gives them. */
class CommandList {
  readonly commands: PackageCommand[] = [];
  readonly #seen = new Set<string>();
  readonly #prefix: string | undefined;

  constructor(prefix: string | undefined) {
    this.#prefix = prefix;
  }

  add(kind: CommandKind, definedName: string, known: CommandKnowledge): void {
    const group = kind === 'workflow' ? 'function' : kind;
    const key = `${group} ${definedName.toLowerCase()}`;
    if (this.#seen.has(key) || this.#seen.size > MAX_COMMANDS) return;
    this.#seen.add(key);
    const isPrefixed = kind === 'function' || kind === 'cmdlet' || kind === 'workflow' || kind === 'alias';
    const name = isPrefixed && this.#prefix !== undefined ? prefixed(definedName, this.#prefix) : definedName;
    this.commands.push({ kind, name, ...(name !== definedName && { definedName }), known });
  }
}

/** `Get-Item` → `Get-MyItem`; without a hyphen the prefix comes first. */
export function prefixed(name: string, prefix: string): string {
  const hyphen = name.indexOf('-');
  return name.slice(0, hyphen + 1) + prefix + name.slice(hyphen + 1);
}

function roleCapabilities(files: PackageFiles): readonly string[] {
  return files.paths
    .map((path) => /^RoleCapabilities\/([^/]+)\.psrc$/i.exec(normalizedPath(path))?.[1])
    .filter((name) => name !== undefined);
}
