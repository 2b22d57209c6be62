/**
 * A module as its manifest puts it together: the root module, nested modules, what their code imports, assemblies; and
 * what of it each part exports. The manifest's own lists come on top of that.
 */
import type { ModuleManifest } from '../domain/module-manifest.ts';
import type { CommandKind, CommandKnowledge } from '../domain/package-commands.ts';
import { readAssemblyCmdlets } from './assembly/assembly-cmdlets.ts';
import { readModuleManifest } from './module-manifest.ts';
import type { CodeFiles } from './powershell/code-files.ts';
import { attributeNamed } from './powershell/code-parameters.ts';
import { folderOf } from './powershell/code-paths.ts';
import { isOfSession } from './powershell/file-scan.ts';
import { scanModule } from './powershell/module-scan.ts';
import type { CodeExports, FoundFunction } from './powershell/scan-sink.ts';
import { isWildcard, wildcardMatcher } from './wildcard.ts';

export interface BuiltModule {
  /** Workflows among them. */
  readonly functions: readonly ExportedCommand[];
  readonly cmdlets: readonly ExportedCommand[];
  readonly aliases: readonly ExportedCommand[];
  /** Classes with [DscResource()]. */
  readonly dscResources: readonly ExportedCommand[];
}

export interface ExportedCommand {
  readonly kind: CommandKind;
  readonly name: string;
  readonly known: CommandKnowledge;
}

export const NOTHING_BUILT: BuiltModule = { functions: [], cmdlets: [], aliases: [], dscResources: [] };

/** Manifests that nest manifests that nest manifests … */
const MAX_NESTING = 8;
/** With more patterns than this nobody would know what is exported. */
export const MAX_PATTERNS = 200;

export function buildModule(manifest: ModuleManifest, code: CodeFiles): BuiltModule {
  return new Builder(code).manifest(manifest, 0);
}

class Builder {
  readonly #code: CodeFiles;
  readonly #seen = new Set<string>();

  constructor(code: CodeFiles) {
    this.#code = code;
  }

  manifest(manifest: ModuleManifest, depth: number): BuiltModule {
    const folder = folderOf(manifest.path);
    const names = [manifest.rootModule, ...manifest.nestedModules.map(({ name }) => name)];
    return joined(
      names.flatMap((name) => {
        const path = name === undefined ? undefined : this.#locate(folder, name);
        return path === undefined ? [] : [this.#part(path, depth)];
      }),
    );
  }

  /** A name may leave out its extension, and the folder that is called like it. */
  #locate(folder: string, name: string): string | undefined {
    const leaf = name.split(/[\\/]/).at(-1) ?? name;
    const endings = ['', '.psd1', '.psm1', '.dll', '.ps1', `/${leaf}.psd1`, `/${leaf}.psm1`, `/${leaf}.dll`];
    for (const ending of endings) {
      const found = this.#code.files.resolve(`${folder}/${name}${ending}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #part(path: string, depth: number): BuiltModule {
    const key = path.toLowerCase();
    if (this.#seen.has(key) || depth > MAX_NESTING) return NOTHING_BUILT;
    this.#seen.add(key);
    switch (key.slice(key.lastIndexOf('.'))) {
      case '.dll':
        return this.#assembly(path);
      case '.psd1':
        return this.#nested(path, depth);
      case '.psm1':
      case '.ps1':
        return this.#script(path, depth);
      default:
        return NOTHING_BUILT;
    }
  }

  #nested(path: string, depth: number): BuiltModule {
    const bytes = this.#code.files.bytes(path);
    const manifest = bytes && readModuleManifest(bytes, path, { file: path }).value?.manifest;
    return manifest ? this.manifest(manifest, depth + 1) : NOTHING_BUILT;
  }

  #script(path: string, depth: number): BuiltModule {
    const scan = scanModule(this.#code, path);
    const own: BuiltModule = {
      functions: scan.functions.filter(({ definition }) => !isOfSession(definition)).map(functionCommand),
      cmdlets: [],
      aliases: scan.aliases.map(({ name }) => ({ kind: 'alias', name, known: 'code' })),
      dscResources: scan.classes
        .filter(({ definition }) => attributeNamed(definition.attributes, 'DscResource'))
        .map(({ definition }) => ({ kind: 'dsc-resource', name: definition.name, known: 'code' })),
    };
    const all = joined([own, ...scan.imports.map((imported) => this.#part(imported, depth + 1))]);
    if (!scan.exports) return all;
    const outside = scan.functions.filter(({ definition }) => isOfSession(definition));
    return exported(all, scan.exports, outside);
  }

  #assembly(path: string): BuiltModule {
    const bytes = this.#code.files.bytes(path);
    const read = bytes && readAssemblyCmdlets(bytes);
    if (!read?.ok) return NOTHING_BUILT;
    return {
      ...NOTHING_BUILT,
      cmdlets: read.value.map(({ verb, noun }) => ({
        kind: 'cmdlet',
        name: `${verb}-${noun}`,
        known: 'assembly',
      })),
      aliases: read.value.flatMap(({ aliases }) =>
        aliases.map((name) => ({ kind: 'alias', name, known: 'assembly' }) as const),
      ),
    };
  }
}

function functionCommand({ name, definition }: FoundFunction): ExportedCommand {
  return { kind: definition.keyword === 'workflow' ? 'workflow' : 'function', name, known: 'code' };
}

/** What Export-ModuleMember lets through. Where it computes its lists, every function may be among them. */
function exported(all: BuiltModule, exports: CodeExports, outside: readonly FoundFunction[]): BuiltModule {
  if (exports.isDynamic) {
    const functions = all.functions.map((item) => ({ ...item, known: 'assumed' }) as const);
    return { ...all, functions };
  }
  return {
    functions: chosen(all.functions, exports.functions, 'function', outside),
    cmdlets: chosen(all.cmdlets, exports.cmdlets, 'cmdlet'),
    aliases: chosen(all.aliases, exports.aliases, 'alias'),
    dscResources: all.dscResources,
  };
}

/**
 * A name that no definition was seen for is taken at its word.
 * @param outside  functions that were seen, and are not the module's
 */
function chosen(
  candidates: readonly ExportedCommand[],
  names: readonly string[],
  kind: CommandKind,
  outside: readonly FoundFunction[] = [],
): readonly ExportedCommand[] {
  // Whole names are looked up: a module may export thousands of them.
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const matchers = [...wanted].filter(isWildcard).slice(0, MAX_PATTERNS).map(wildcardMatcher);
  const found = candidates.filter(
    ({ name }) => wanted.has(name.toLowerCase()) || matchers.some((matches) => matches(name)),
  );
  const known = new Set([...found, ...outside].map(({ name }) => name.toLowerCase()));
  const unseen = names.filter((name) => name !== '' && !isWildcard(name) && !known.has(name.toLowerCase()));
  return [...found, ...unseen.map((name): ExportedCommand => ({ kind, name, known: 'code' }))];
}

function joined(parts: readonly BuiltModule[]): BuiltModule {
  return {
    functions: parts.flatMap((part) => part.functions),
    cmdlets: parts.flatMap((part) => part.cmdlets),
    aliases: parts.flatMap((part) => part.aliases),
    dscResources: parts.flatMap((part) => part.dscResources),
  };
}
