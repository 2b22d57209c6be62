/** `#Requires` lines: what a script needs before it may run. */
import type { DataValue } from '../domain/data-value.ts';
import { dataEntry } from '../domain/data-value.ts';
import type { ModuleSpecification } from '../domain/module-manifest.ts';
import { parseDataFile } from './data-language.ts';

export interface ScriptRequires {
  readonly modules: readonly ModuleSpecification[];
  readonly version: string | undefined;
  readonly editions: readonly string[];
  readonly isElevationRequired: boolean;
}

/** @param lines  what follows `#Requires`, e.g. `-Modules A, @{ ModuleName = 'B'; ModuleVersion = '1.0' }` */
export function readRequires(lines: readonly string[]): ScriptRequires {
  const modules: ModuleSpecification[] = [];
  let version: string | undefined;
  const editions: string[] = [];
  let isElevationRequired = false;
  for (const { name, value } of lines.flatMap(parametersOf)) {
    // Parameters may be cut short, as everywhere in PowerShell.
    if ('modules'.startsWith(name)) modules.push(...modulesOf(value));
    else if ('version'.startsWith(name)) version ??= value.replace(/['"]/g, '').trim() || undefined;
    else if ('psedition'.startsWith(name) && name.startsWith('pse')) editions.push(...wordsOf(value));
    else if ('runasadministrator'.startsWith(name)) isElevationRequired = true;
  }
  return { modules, version, editions, isElevationRequired };
}

function parametersOf(line: string): readonly { readonly name: string; readonly value: string }[] {
  const found = [...line.matchAll(/(?:^|\s)-([A-Za-z]+)\b/g)];
  return found.map((match, index) => ({
    name: (match[1] ?? '').toLowerCase(),
    value: line.slice(match.index + match[0].length, found[index + 1]?.index ?? line.length).trim(),
  }));
}

function modulesOf(value: string): readonly ModuleSpecification[] {
  const modules: ModuleSpecification[] = [];
  // Hashtables hold commas and spaces of their own, so they are taken out first.
  const names = value.replace(/@\{[^}]*\}/g, (table) => {
    const parsed = parseDataFile(table);
    const found = parsed.ok ? specificationOf(parsed.value) : undefined;
    if (found) modules.push(found);
    return '';
  });
  return [...wordsOf(names).map((name) => ({ name })), ...modules];
}

function specificationOf(table: DataValue): ModuleSpecification | undefined {
  const text = (key: string) => {
    const value = dataEntry(table, key)?.value;
    return value?.kind === 'string' || value?.kind === 'number' ? String(value.value) : undefined;
  };
  const name = text('ModuleName');
  if (name === undefined) return undefined;
  const moduleVersion = text('ModuleVersion');
  const requiredVersion = text('RequiredVersion');
  const maximumVersion = text('MaximumVersion');
  const guid = text('GUID');
  return {
    name,
    ...(moduleVersion !== undefined && { moduleVersion }),
    ...(requiredVersion !== undefined && { requiredVersion }),
    ...(maximumVersion !== undefined && { maximumVersion }),
    ...(guid !== undefined && { guid }),
  };
}

function wordsOf(value: string): readonly string[] {
  return value
    .split(/[\s,]+/)
    .map((word) => word.replace(/^['"]|['"]$/g, ''))
    .filter((word) => word !== '');
}
