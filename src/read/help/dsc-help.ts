/** DSC resources as commands are shown: their properties are the parameters, their syntax is that of a configuration. */
import type { CommandHelp, CommandParameter } from '../../domain/command-help.ts';
import type { MofResource } from '../dsc-resources.ts';
import { positionalTexts } from '../powershell/code-constants.ts';
import type { CodeFile } from '../powershell/code-files.ts';
import { attributeNamed } from '../powershell/code-parameters.ts';
import type { CommentHelpReader } from '../powershell/comment-help.ts';
import type { AttributeSyntax, ClassSyntax, MemberSyntax } from '../powershell/syntax.ts';
import { shortTypeName } from './type-name.ts';

type Qualifier = MofResource['properties'][number]['qualifier'];

interface Property {
  readonly name: string;
  readonly type: string;
  readonly qualifier: Qualifier;
  readonly description: string | undefined;
  readonly validValues: readonly string[];
}

export function mofHelp(resource: MofResource): CommandHelp {
  const properties = resource.properties.map((item) => ({
    ...item,
    type: shortTypeName(mofType(item.type)),
  }));
  return resourceHelp(resource.name, properties, undefined, resource.path);
}

export interface DscClass {
  readonly definition: ClassSyntax;
  readonly file: CodeFile;
  readonly reader: CommentHelpReader;
}

/** @param bases  those of the package, the nearest first: their properties are properties of the resource */
export function dscClassHelp(own: DscClass, bases: readonly DscClass[]): CommandHelp {
  const properties = new Map<string, Property>();
  for (const { definition, reader } of [own, ...bases]) {
    for (const member of definition.members) {
      const attribute = attributeNamed(member.attributes, 'DscProperty');
      const key = member.name.toLowerCase();
      if (member.kind !== 'property' || !attribute || properties.has(key)) continue;
      properties.set(key, classProperty(member, attribute, reader));
    }
  }
  const { definition, file, reader } = own;
  return resourceHelp(definition.name, [...properties.values()], reader.above(definition.start), file.path);
}

function classProperty(
  member: MemberSyntax,
  attribute: AttributeSyntax,
  reader: CommentHelpReader,
): Property {
  const words = (attribute.arguments ?? []).map(({ name }) => name?.toLowerCase());
  const type = member.attributes.find((item) => item.arguments === undefined)?.name;
  const set = attributeNamed(member.attributes, 'ValidateSet');
  return {
    name: member.name,
    type: type === undefined ? 'Object' : shortTypeName(type),
    qualifier: words.includes('key')
      ? 'key'
      : words.includes('mandatory')
        ? 'required'
        : words.includes('notconfigurable')
          ? 'read'
          : 'write',
    description: reader.above(member.start),
    validValues: set ? positionalTexts(set) : [],
  };
}

function resourceHelp(
  name: string,
  properties: readonly Property[],
  description: string | undefined,
  path: string,
): CommandHelp {
  return {
    origin: 'code',
    path,
    synopsis: undefined,
    description,
    syntax: [configuration(name, properties)],
    parameters: properties.map(propertyParameter),
    inputs: [],
    outputs: [],
    examples: [],
    notes: undefined,
    links: [],
  };
}

/** As `Get-DscResource -Syntax` prints it. */
function configuration(name: string, properties: readonly Property[]): string {
  const lines = properties
    .filter(({ qualifier }) => qualifier !== 'read')
    .map((item) => {
      const line = `${item.name} = [${item.type}]${item.validValues.length > 0 ? ` { ${item.validValues.join(' | ')} }` : ''}`;
      return isNeeded(item) ? `    ${line}` : `    [${line}]`;
    });
  return [`${name} [string] #ResourceName`, '{', ...lines, '}'].join('\n');
}

function propertyParameter(item: Property): CommandParameter {
  const kind = { key: 'Key.', required: undefined, read: 'Read only.', write: undefined }[item.qualifier];
  return {
    name: item.name,
    type: item.type,
    description: [kind, item.description].filter(Boolean).join(' ') || undefined,
    isMandatory: isNeeded(item),
    position: undefined,
    pipeline: [],
    acceptsWildcards: false,
    aliases: [],
    defaultValue: undefined,
    validValues: item.validValues,
    parameterSets: [],
  };
}

function isNeeded({ qualifier }: Property): boolean {
  return qualifier === 'key' || qualifier === 'required';
}

/** MOF has names of its own for the types of .NET. */
function mofType(type: string): string {
  const [, name = type, array = ''] = /^(\w+)((?:\[\])?)$/.exec(type) ?? [];
  const known: Readonly<Record<string, string>> = {
    sint8: 'sbyte',
    uint8: 'byte',
    sint16: 'Int16',
    uint16: 'UInt16',
    sint32: 'Int32',
    uint32: 'UInt32',
    sint64: 'Int64',
    uint64: 'UInt64',
    real32: 'Single',
    real64: 'double',
  };
  return (known[name.toLowerCase()] ?? name) + array;
}
