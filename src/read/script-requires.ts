/** `#Requires` lines: what a script needs before it may run. PowerShell reads each as the arguments of a command. */
import type { ModuleSpecification } from '../domain/module-manifest.ts';
import { parseScript } from './powershell/script-parser.ts';
import { constantText, type ElementSyntax, type HashtableSyntax } from './powershell/syntax.ts';

export interface ScriptRequires {
  readonly modules: readonly ModuleSpecification[];
  readonly version: string | undefined;
  readonly editions: readonly string[];
  readonly isElevationRequired: boolean;
}

/** Longer lines are no list that anybody keeps. */
const MAX_LENGTH = 20_000;
const VERSION = /^\d{1,9}(?:\.\d{1,9}){0,3}$/;

/** @param lines  what follows `#Requires`, e.g. `-Modules A, @{ ModuleName = 'B'; ModuleVersion = '1.0' }` */
export function readRequires(lines: readonly string[]): ScriptRequires {
  const modules: ModuleSpecification[] = [];
  let version: string | undefined;
  const editions: string[] = [];
  let isElevationRequired = false;
  for (const { name, values } of lines.flatMap(parametersOf)) {
    // Parameters may be cut short, as everywhere in PowerShell.
    if ('modules'.startsWith(name)) modules.push(...values.flatMap((value) => moduleOf(value) ?? []));
    else if ('version'.startsWith(name)) version ??= versionOf(values[0]);
    else if ('psedition'.startsWith(name) && name.startsWith('pse'))
      editions.push(...values.flatMap(textsOf));
    else if ('runasadministrator'.startsWith(name)) isElevationRequired = true;
  }
  return { modules, version, editions, isElevationRequired };
}

interface Parameter {
  readonly name: string;
  /** Of a list its items; what stands behind it without a comma is none of them. */
  readonly values: readonly ElementSyntax[];
}

function parametersOf(line: string): readonly Parameter[] {
  const parsed = parseScript(`requires ${line.slice(0, MAX_LENGTH)}`);
  const command = parsed.ok ? parsed.value.body.statements[0] : undefined;
  if (command?.kind !== 'command') return [];
  const found: { readonly name: string; readonly values: ElementSyntax[]; isOpen: boolean }[] = [];
  for (const element of command.elements.slice(1)) {
    const current = found.at(-1);
    if (element.kind === 'parameter')
      found.push({ name: element.name.toLowerCase(), values: [], isOpen: true });
    else if (!current) continue;
    else if (element.kind === 'operator') current.isOpen = element.text === ',';
    else if (current.isOpen) {
      current.values.push(element);
      current.isOpen = false;
    }
  }
  return found;
}

function moduleOf(value: ElementSyntax): ModuleSpecification | undefined {
  if (value.kind === 'hashtable') return specificationOf(value);
  const name = constantText(value);
  return name === undefined || name === '' ? undefined : { name };
}

/** PowerShell takes none without a name and a version. */
function specificationOf({ entries }: HashtableSyntax): ModuleSpecification | undefined {
  const text = (wanted: string) => {
    const [only, more] = entries.find(({ key }) => key?.toLowerCase() === wanted.toLowerCase())?.value ?? [];
    return only?.kind === 'expression' && !more ? constantText(only.elements[0]) : undefined;
  };
  const name = text('ModuleName');
  const moduleVersion = text('ModuleVersion');
  const requiredVersion = text('RequiredVersion');
  const maximumVersion = text('MaximumVersion');
  const guid = text('GUID');
  if (name === undefined || (moduleVersion ?? requiredVersion ?? maximumVersion) === undefined)
    return undefined;
  return {
    name,
    ...(moduleVersion !== undefined && { moduleVersion }),
    ...(requiredVersion !== undefined && { requiredVersion }),
    ...(maximumVersion !== undefined && { maximumVersion }),
    ...(guid !== undefined && { guid }),
  };
}

function versionOf(value: ElementSyntax | undefined): string | undefined {
  const text = value && textsOf(value)[0];
  return text !== undefined && VERSION.test(text) ? text : undefined;
}

function textsOf(value: ElementSyntax): readonly string[] {
  const text = value.kind === 'number' ? value.text : constantText(value);
  return text === undefined || text === '' ? [] : [text];
}
