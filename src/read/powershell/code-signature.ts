/** How a command is called, from its parameters alone: its parameter sets in PowerShell's order, its parameters. */
import type { CommandParameter } from '../../domain/command-help.ts';
import { type SyntaxParameter, syntaxLine } from '../help/syntax-line.ts';
import type { CodeBinding, CodeParameter, ParameterUse } from './code-parameters.ts';

/** PowerShell itself binds no command of more parameter sets than this. */
const MAX_SETS = 32;

export interface CodeSignature {
  readonly syntax: readonly string[];
  readonly parameters: readonly CommandParameter[];
}

const SHOULD_PROCESS: readonly CodeParameter[] = ['WhatIf', 'Confirm'].map((name) => implied(name, 'switch'));
const PAGING: readonly CodeParameter[] = [
  implied('IncludeTotalCount', 'switch'),
  implied('Skip', 'ulong'),
  implied('First', 'ulong'),
];

export function codeSignature(
  command: string,
  parameters: readonly CodeParameter[],
  binding: CodeBinding,
): CodeSignature {
  const all = [
    ...parameters,
    ...(binding.supportsShouldProcess ? SHOULD_PROCESS : []),
    ...(binding.supportsPaging ? PAGING : []),
  ];
  const syntax = setNames(parameters, binding).map((set) => syntaxOf(command, set, all, binding.isAdvanced));
  return { syntax, parameters: parameters.map(described) };
}

/** The default one first, then as they are met, their case told apart; undefined alone when there are none. */
function setNames(
  parameters: readonly CodeParameter[],
  binding: CodeBinding,
): readonly (string | undefined)[] {
  const named = parameters.flatMap(({ uses }) => uses.flatMap(({ set }) => set ?? []));
  const found = new Set(binding.defaultSet ? [binding.defaultSet, ...named] : named);
  return found.size === 0 ? [undefined] : [...found].slice(0, MAX_SETS);
}

function syntaxOf(
  command: string,
  set: string | undefined,
  parameters: readonly CodeParameter[],
  hasCommonParameters: boolean,
): string {
  const members = parameters.flatMap((parameter) => {
    const use = useIn(parameter, set);
    return use ? [{ parameter, use }] : [];
  });
  // By position, then the named ones that must be given, then the rest. Of two with the same position PowerShell
  // prints the last.
  const positional = new Map<number, (typeof members)[number]>();
  for (const item of members) if (item.use.position !== undefined) positional.set(item.use.position, item);
  const shown = [
    ...[...positional].sort(([a], [b]) => a - b).map(([, item]) => item),
    ...members.filter(({ use }) => use.position === undefined && use.isMandatory),
    ...members.filter(({ use }) => use.position === undefined && !use.isMandatory),
  ];
  return syntaxLine(command, shown.map(syntaxParameter), hasCommonParameters);
}

function syntaxParameter({
  parameter,
  use,
}: {
  readonly parameter: CodeParameter;
  readonly use: ParameterUse;
}): SyntaxParameter {
  return {
    name: parameter.name,
    type: parameter.type === 'switch' ? undefined : parameter.type,
    isMandatory: use.isMandatory,
    isPositional: use.position !== undefined && parameter.type !== 'switch',
  };
}

function useIn({ uses }: CodeParameter, set: string | undefined): ParameterUse | undefined {
  return uses.find((use) => use.set === set) ?? uses.find((use) => use.set === undefined);
}

function described(parameter: CodeParameter): CommandParameter {
  const { name, type, uses, aliases, validValues, acceptsWildcards, defaultValue, helpMessage } = parameter;
  const sets = uses.flatMap(({ set }) => set ?? []);
  return {
    name,
    type,
    description: helpMessage,
    isMandatory: uses.every((use) => use.isMandatory),
    position: uses.find((use) => use.position !== undefined)?.position,
    pipeline: [...new Set(uses.flatMap((use) => use.pipeline))],
    acceptsWildcards,
    aliases,
    defaultValue,
    validValues,
    parameterSets: uses.some(({ set }) => set === undefined) ? [] : [...new Set(sets)],
  };
}

function implied(name: string, type: string): CodeParameter {
  return {
    name,
    type,
    uses: [{ set: undefined, isMandatory: false, position: undefined, pipeline: [] }],
    aliases: [],
    validValues: [],
    acceptsWildcards: false,
    defaultValue: undefined,
    helpMessage: undefined,
  };
}
