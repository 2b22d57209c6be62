/** The commands that a package brings: what each is called, and how that is known. */

export type CommandKind = 'function' | 'cmdlet' | 'workflow' | 'alias' | 'dsc-resource' | 'role-capability';

/**
 * `manifest`: listed there. `code`: exported by the code. `assembly`: a cmdlet class of a .dll. `file`: a file that
 * PowerShell finds by its place. `assumed`: the code computes what it exports, so every function counts.
 */
export type CommandKnowledge = 'manifest' | 'code' | 'assembly' | 'file' | 'assumed';

export interface PackageCommand {
  readonly kind: CommandKind;
  /** As users type it. */
  readonly name: string;
  /** As it is defined, where DefaultCommandPrefix makes that another name. */
  readonly definedName?: string;
  readonly known: CommandKnowledge;
}

/** Names by kind, each in the order of the package. */
export interface PackageCommands {
  readonly functions: readonly string[];
  readonly cmdlets: readonly string[];
  readonly aliases: readonly string[];
  readonly dscResources: readonly string[];
  readonly roleCapabilities: readonly string[];
  readonly workflows: readonly string[];
}

export function packageCommands({
  commands,
}: {
  readonly commands: readonly PackageCommand[];
}): PackageCommands {
  return {
    functions: namesOf(commands, 'function'),
    cmdlets: namesOf(commands, 'cmdlet'),
    aliases: namesOf(commands, 'alias'),
    dscResources: namesOf(commands, 'dsc-resource'),
    roleCapabilities: namesOf(commands, 'role-capability'),
    workflows: namesOf(commands, 'workflow'),
  };
}

function namesOf(commands: readonly PackageCommand[], kind: CommandKind): readonly string[] {
  return commands.filter((command) => command.kind === kind).map(({ name }) => name);
}
