/** Each command of a package with its definition and its help: comments first, as Get-Help has it, then help files. */
import type { CommandHelp } from '../domain/command-help.ts';
import type { DocumentedCommand } from '../domain/package-docs.ts';
import { type AssemblyCmdlet, readAssemblyCmdlets } from './assembly/assembly-cmdlets.ts';
import { type MofResource, mofResources } from './dsc-resources.ts';
import { bareCommandHelp, joinedHelp } from './help/code-help.ts';
import { type DscClass, dscClassHelp, mofHelp } from './help/dsc-help.ts';
import type { HelpFiles } from './help-files.ts';
import type { DocumentedPackage } from './package-docs.ts';
import type { PackageFiles } from './package-source.ts';
import type { CodeFile } from './powershell/code-files.ts';
import { codeSignature } from './powershell/code-signature.ts';
import { CommentHelpReader, lineAt } from './powershell/comment-help.ts';
import { definitionsOf, type FileDefinitions } from './powershell/file-scan.ts';
import { functionHelp, scriptHelp } from './powershell/function-help.ts';
import type { ClassSyntax, FunctionSyntax } from './powershell/syntax.ts';

interface Found<T> {
  readonly file: CodeFile;
  readonly definition: T;
}

/** Classes that derive from classes that derive … */
const MAX_BASES = 16;
/** Tests and examples define functions of the same names. */
const ASIDE = /(?:^|\/)(?:tests?|examples?|samples?|docs?|build|tools|\.\w+)\//i;

export class CommandDocs {
  readonly #item: DocumentedPackage;
  readonly #help: HelpFiles;
  readonly #files: PackageFiles;
  readonly #functions = new Map<string, Found<FunctionSyntax>>();
  readonly #classes = new Map<string, Found<ClassSyntax>>();
  readonly #aliasTargets = new Map<string, string>();
  readonly #cmdlets = new Map<string, { readonly path: string; readonly cmdlet: AssemblyCmdlet }>();
  readonly #resources = new Map<string, MofResource>();
  readonly #readers = new Map<CodeFile, CommentHelpReader>();
  readonly #codeFiles: readonly CodeFile[];

  constructor(item: DocumentedPackage, codeFiles: readonly CodeFile[], help: HelpFiles, files: PackageFiles) {
    this.#item = item;
    this.#help = help;
    this.#files = files;
    this.#codeFiles = codeFiles;
    // The shallow path first: what a build has put together is closer to the root than what it was made from.
    const order = (file: CodeFile) => (ASIDE.test(file.path) ? 1000 : 0) + file.path.split('/').length;
    for (const file of codeFiles.toSorted((a, b) => order(a) - order(b)))
      this.#index(file, definitionsOf(file));
    for (const resource of mofResources(files)) this.#resources.set(resource.name.toLowerCase(), resource);
    if (item.commands.some(({ kind }) => kind === 'cmdlet')) this.#indexAssemblies();
  }

  all(): readonly DocumentedCommand[] {
    const aliases = this.#aliasesByTarget();
    const commands = this.#item.commands.map((command): DocumentedCommand => {
      const defined = (command.definedName ?? command.name).toLowerCase();
      const target = command.kind === 'alias' ? this.#aliasTargets.get(defined) : undefined;
      const help = this.#helpOf(command.kind, defined, command.name);
      return {
        kind: command.kind,
        name: command.name,
        known: command.known,
        definition: this.#placeOf(command.kind, defined),
        target,
        aliases: aliases.get(defined) ?? [],
        help,
      };
    });
    return this.#item.content.kind === 'script' ? [...this.#script(), ...commands] : commands;
  }

  #script(): readonly DocumentedCommand[] {
    const { id, content } = this.#item;
    const file = this.#codeFiles.find(({ path }) => path.toLowerCase() === `${id}.ps1`.toLowerCase());
    if (content.kind !== 'script' || !file) return [];
    const name = `${id}.ps1`;
    const help = scriptHelp(file, this.#reader(file), name);
    const definition = { path: file.path, line: 1 };
    return [{ kind: 'script', name, known: 'file', definition, target: undefined, aliases: [], help }];
  }

  #index(file: CodeFile, { functions, classes, aliases }: FileDefinitions): void {
    for (const definition of functions) setFirst(this.#functions, definition.name, { file, definition });
    for (const definition of classes) setFirst(this.#classes, definition.name, { file, definition });
    for (const { name, target } of aliases) setFirst(this.#aliasTargets, name, target);
  }

  #indexAssemblies(): void {
    for (const path of this.#files.paths.filter((path) => /\.dll$/i.test(path))) {
      const bytes = this.#files.bytes(path);
      const read = bytes && readAssemblyCmdlets(bytes);
      for (const cmdlet of read?.ok ? read.value : []) {
        const name = `${cmdlet.verb}-${cmdlet.noun}`;
        setFirst(this.#cmdlets, name, { path, cmdlet });
        for (const alias of cmdlet.aliases) setFirst(this.#aliasTargets, alias, name);
      }
    }
  }

  /** Names of exported aliases, by the lower-cased name of what they stand for. */
  #aliasesByTarget(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { kind, name, definedName = name } of this.#item.commands) {
      const target =
        kind === 'alias' ? this.#aliasTargets.get(definedName.toLowerCase())?.toLowerCase() : undefined;
      if (target === undefined) continue;
      const known = found.get(target);
      if (known) known.push(name);
      else found.set(target, [name]);
    }
    return found;
  }

  #placeOf(kind: DocumentedCommand['kind'], name: string): DocumentedCommand['definition'] {
    const resource = this.#resources.get(name);
    if (kind === 'dsc-resource' && resource) return { path: resource.path, line: 1 };
    const found =
      kind === 'dsc-resource'
        ? this.#classes.get(name)
        : kind === 'alias'
          ? undefined
          : this.#functions.get(name);
    return found && { path: found.file.path, line: lineAt(found.file.lineStarts, found.definition.start) };
  }

  #helpOf(kind: DocumentedCommand['kind'], name: string, shownName: string): CommandHelp | undefined {
    if (kind === 'dsc-resource') return this.#resourceHelp(name);
    if (kind === 'alias' || kind === 'role-capability') return undefined;
    const code = this.#codeHelp(name, shownName);
    if (code?.origin === 'comment') return code;
    const words = this.#help.maml.get(name) ?? this.#help.markdown.get(name);
    return words ? joinedHelp(words, code) : code;
  }

  #codeHelp(name: string, shownName: string): CommandHelp | undefined {
    const found = this.#functions.get(name);
    if (found) return functionHelp(found.definition, found.file, this.#reader(found.file), shownName);
    const known = this.#cmdlets.get(name);
    if (!known) return undefined;
    const { cmdlet, path } = known;
    const signature = codeSignature(shownName, cmdlet.parameters, cmdlet.binding);
    return bareCommandHelp(signature, new Map(), cmdlet.outputTypes, path);
  }

  #resourceHelp(name: string): CommandHelp | undefined {
    const resource = this.#resources.get(name);
    if (resource) return mofHelp(resource);
    const [own, ...bases] = this.#classChain(name);
    return own && dscClassHelp(own, bases);
  }

  /** The class and those of the package that it derives from. */
  #classChain(name: string): readonly DscClass[] {
    const chain: DscClass[] = [];
    let found = this.#classes.get(name);
    while (found && chain.length < MAX_BASES) {
      chain.push({ ...found, reader: this.#reader(found.file) });
      found = this.#classes.get(found.definition.bases[0]?.toLowerCase() ?? '');
    }
    return chain;
  }

  #reader(file: CodeFile): CommentHelpReader {
    const known = this.#readers.get(file);
    if (known) return known;
    const made = new CommentHelpReader(file.syntax);
    this.#readers.set(file, made);
    return made;
  }
}

function setFirst<T>(to: Map<string, T>, name: string, value: T): void {
  const key = name.toLowerCase();
  if (!to.has(key)) to.set(key, value);
}
