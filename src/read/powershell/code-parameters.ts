/** A param block → parameters as PowerShell binds them: types, positions, parameter sets. */
import type { PipelineInput } from '../../domain/command-help.ts';
import { shortTypeName } from '../help/type-name.ts';
import { positionalTexts } from './code-constants.ts';
import { type AttributeSyntax, constantText, type ElementSyntax, type ParameterSyntax } from './syntax.ts';

/** What a parameter is in one parameter set. */
export interface ParameterUse {
  /** Undefined: in all sets. */
  readonly set: string | undefined;
  readonly isMandatory: boolean;
  /** Undefined for a named parameter. */
  readonly position: number | undefined;
  readonly pipeline: readonly PipelineInput[];
}

export interface CodeParameter {
  readonly name: string;
  /** As PowerShell prints it; `Object` without a type. */
  readonly type: string;
  /** At least one. */
  readonly uses: readonly ParameterUse[];
  readonly aliases: readonly string[];
  readonly validValues: readonly string[];
  readonly acceptsWildcards: boolean;
  /** Source text. */
  readonly defaultValue: string | undefined;
  readonly helpMessage: string | undefined;
}

/** What the attributes of a param block say of the whole command. */
export interface CodeBinding {
  /** Has [CmdletBinding()] or [Parameter()], and with it the common parameters. */
  readonly isAdvanced: boolean;
  readonly defaultSet: string | undefined;
  readonly supportsShouldProcess: boolean;
  readonly supportsPaging: boolean;
}

export function readBinding(
  attributes: readonly AttributeSyntax[],
  parameters: readonly ParameterSyntax[],
): CodeBinding {
  const binding = attributeNamed(attributes, 'CmdletBinding');
  return {
    isAdvanced:
      binding !== undefined || parameters.some((item) => attributeNamed(item.attributes, 'Parameter')),
    defaultSet: binding && textArgument(binding, 'DefaultParameterSetName'),
    supportsShouldProcess: binding !== undefined && isTrue(binding, 'SupportsShouldProcess'),
    supportsPaging: binding !== undefined && isTrue(binding, 'SupportsPaging'),
  };
}

/** @param attributes  of the param block */
export function readParameters(
  text: string,
  attributes: readonly AttributeSyntax[],
  parameters: readonly ParameterSyntax[],
): readonly CodeParameter[] {
  const binding = attributeNamed(attributes, 'CmdletBinding');
  const read = parameters.map((parameter) => readParameter(text, parameter));
  // PowerShell numbers the parameters itself as long as no author has begun to: by a position or by a set.
  const isNumbered = read.some(({ uses }) =>
    uses.some(({ position, set }) => position !== undefined || set !== undefined),
  );
  if (isNumbered || (binding && isFalse(binding, 'PositionalBinding'))) return read;
  let next = 0;
  return read.map((parameter) => {
    if (parameter.type === 'switch') return parameter;
    const position = next++;
    return { ...parameter, uses: parameter.uses.map((use) => ({ ...use, position })) };
  });
}

function readParameter(text: string, { name, attributes, defaultValue }: ParameterSyntax): CodeParameter {
  const declared = attributes.filter((item) => isNamed(item, 'Parameter'));
  // PowerShell takes the attributes of a parameter from the last to the first, and so the sets that they name.
  const uses = declared.map(readUse).reverse();
  const type = attributes.find((item) => item.arguments === undefined && !isNamed(item, 'Parameter'));
  const [first, last] = [defaultValue?.[0], defaultValue?.at(-1)];
  return {
    name,
    type: type ? parameterType(type.name) : 'Object',
    uses:
      uses.length > 0 ? uses : [{ set: undefined, isMandatory: false, position: undefined, pipeline: [] }],
    aliases: textsOf(attributes, 'Alias'),
    validValues: textsOf(attributes, 'ValidateSet'),
    acceptsWildcards: attributeNamed(attributes, 'SupportsWildcards') !== undefined,
    defaultValue: first && last && text.slice(first.start, last.end),
    helpMessage: declared.map((item) => textArgument(item, 'HelpMessage')).find((found) => found),
  };
}

/** Of all attributes of this name, the last one first, as PowerShell takes them. */
function textsOf(attributes: readonly AttributeSyntax[], name: string): readonly string[] {
  const found = attributes.filter((item) => isNamed(item, name)).reverse();
  return [...new Set(found.flatMap(positionalTexts))];
}

/** As a type of a parameter, PSCustomObject is only another name. */
function parameterType(name: string): string {
  return shortTypeName(name).replace(/^pscustomobject(?=\[|$)/i, 'psobject');
}

function readUse(attribute: AttributeSyntax): ParameterUse {
  const pipeline: PipelineInput[] = [];
  if (isTrue(attribute, 'ValueFromPipeline')) pipeline.push('value');
  if (isTrue(attribute, 'ValueFromPipelineByPropertyName')) pipeline.push('property');
  const set = textArgument(attribute, 'ParameterSetName');
  const position = numberArgument(attribute, 'Position');
  return {
    set: set === '' || set?.toLowerCase() === '__allparametersets' ? undefined : set,
    isMandatory: isTrue(attribute, 'Mandatory'),
    position,
    pipeline,
  };
}

export function attributeNamed(
  attributes: readonly AttributeSyntax[],
  name: string,
): AttributeSyntax | undefined {
  return attributes.find((item) => isNamed(item, name));
}

/** With its namespace and the word Attribute or without. */
export function isNamed({ name, arguments: given }: AttributeSyntax, wanted: string): boolean {
  if (given === undefined && wanted !== 'Parameter' && wanted !== 'SupportsWildcards') return false;
  const short = (name.split('.').at(-1) ?? name).toLowerCase();
  return short === wanted.toLowerCase() || short === `${wanted.toLowerCase()}attribute`;
}

function argument({ arguments: given = [] }: AttributeSyntax, name: string) {
  return given.find((item) => item.name?.toLowerCase() === name.toLowerCase());
}

function textArgument(attribute: AttributeSyntax, name: string): string | undefined {
  const found = argument(attribute, name);
  // A name alone means $true, whatever it is the name of.
  if (found && !found.value) return 'True';
  return constantText(onlyElement(found?.value ?? []));
}

function numberArgument(attribute: AttributeSyntax, name: string): number | undefined {
  const only = onlyElement(argument(attribute, name)?.value ?? []);
  const text = only?.kind === 'number' ? only.text : constantText(only);
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

function isTrue(attribute: AttributeSyntax, name: string): boolean {
  const found = argument(attribute, name);
  return found !== undefined && (found.value === undefined || truth(found.value) === true);
}

function isFalse(attribute: AttributeSyntax, name: string): boolean {
  const value = argument(attribute, name)?.value;
  return value !== undefined && truth(value) === false;
}

function truth(value: readonly ElementSyntax[]): boolean | undefined {
  const only = onlyElement(value);
  if (only?.kind === 'number') return Number(only.text) !== 0;
  const name = only?.kind === 'variable' ? only.name.toLowerCase() : undefined;
  if (name !== undefined) return name === 'true' ? true : name === 'false' ? false : undefined;
  // A text that is not empty is true, and so is 'false'.
  const text = constantText(only);
  return text === undefined ? undefined : text !== '';
}

/** A single one; parentheses around it count for nothing. */
function onlyElement(value: readonly ElementSyntax[]): ElementSyntax | undefined {
  const [only, more] = value;
  if (more) return undefined;
  if (only?.kind !== 'group' || only.open !== '(') return only;
  const [statement, another] = only.statements;
  return statement?.kind === 'expression' && !another ? onlyElement(statement.elements) : undefined;
}
