/** The name and the arguments of one command, as they are bound: by parameter, or by their place. */
import { type CommandSyntax, constantText, type ElementSyntax } from './syntax.ts';

export interface CommandArguments {
  /** By lower-cased parameter; empty for a switch. A parameter that is given twice keeps the first. */
  readonly named: ReadonlyMap<string, readonly ElementSyntax[]>;
  readonly positional: readonly (readonly ElementSyntax[])[];
}

/** Without its module: `Microsoft.PowerShell.Core\Import-Module` is Import-Module. Undefined when it is computed. */
export function commandName(command: CommandSyntax): string | undefined {
  const text = constantText(command.elements[0]);
  if (text === undefined || command.invocation === '.') return text;
  return /^[\w.]+\\([\w-]+)$/.exec(text)?.[1] ?? text;
}

/** Switches that take no value where we ask for arguments. */
const SWITCHES = new Set([
  'recurse',
  'force',
  'passthru',
  'parent',
  'leaf',
  'file',
  'directory',
  'global',
  'resolve',
  'r',
  's',
  'disablenamechecking',
]);

export function commandArguments(command: CommandSyntax): CommandArguments {
  const named = new Map<string, readonly ElementSyntax[]>();
  const positional: ElementSyntax[][] = [];
  let parameter: string | undefined;
  let current: ElementSyntax[] | undefined;
  let end = command.elements[0]?.end ?? 0;
  for (const element of command.elements.slice(1)) {
    const isAdjacent = element.start === end && current !== undefined;
    const isList = element.kind === 'operator' && element.text === ',';
    if (element.kind === 'parameter') {
      parameter = element.name.toLowerCase();
      current = undefined;
      if (!named.has(parameter)) named.set(parameter, []);
      if (SWITCHES.has(parameter) && !element.hasColon) parameter = undefined;
    } else if (isList || (current && isContinued(current)) || (isAdjacent && hangsOn(element))) {
      current?.push(element);
    } else {
      current = [element];
      if (parameter === undefined) positional.push(current);
      else if (named.get(parameter)?.length === 0) named.set(parameter, current);
      parameter = undefined;
    }
    end = element.end;
  }
  return { named, positional };
}

function isContinued(elements: readonly ElementSyntax[]): boolean {
  const last = elements.at(-1);
  return last?.kind === 'operator' && last.text === ',';
}

function hangsOn({ kind }: ElementSyntax): boolean {
  return kind === 'member' || kind === 'index' || kind === 'group';
}
