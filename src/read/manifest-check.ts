/**
 * What PowerShell would refuse of a module manifest, or Test-ModuleManifest complain of, over what can be read at all:
 * unknown keys, values of the wrong form, files that are not there. What keeps a module from being loaded is an error.
 */
import { type DataEntry, type DataValue, dataEntry } from '../domain/data-value.ts';
import type { Finding, Place } from '../domain/finding.ts';
import { firstOfEach } from '../domain/first-of-each.ts';
import { findingOf } from '../domain/rule.ts';
import { psd1BothRoots } from '../rules/psd1-both-roots.ts';
import { psd1Edition } from '../rules/psd1-edition.ts';
import { psd1RequiredModule } from '../rules/psd1-required-module.ts';
import { psd1UnknownKey } from '../rules/psd1-unknown-key.ts';
import { psd1Value } from '../rules/psd1-value.ts';
import { formatDataNumber } from './data-numbers.ts';
import { isDotNetVersion, parseDotNetGuid } from './dotnet-values.ts';

const KEYS = new Set(
  [
    'RootModule ModuleToProcess NestedModules GUID Author CompanyName Copyright ModuleVersion Description',
    'PowerShellVersion PowerShellHostName PowerShellHostVersion CLRVersion DotNetFrameworkVersion',
    'ProcessorArchitecture RequiredModules TypesToProcess FormatsToProcess ScriptsToProcess PrivateData',
    'RequiredAssemblies ModuleList FileList FunctionsToExport VariablesToExport AliasesToExport CmdletsToExport',
    'DscResourcesToExport HelpInfoURI DefaultCommandPrefix CompatiblePSEditions',
  ].flatMap((line) => line.toLowerCase().split(' ')),
);

/** By name or by number; an array of one is as good. */
const ARCHITECTURE = /^\s*(?:none|msil|x86|ia64|amd64|arm|[0-5])\s*$/i;

const FORMS: readonly {
  readonly key: string;
  readonly isRight: (text: string) => boolean;
  readonly mayBeArray?: true;
  readonly expected: string;
}[] = [
  ...[
    'ModuleVersion',
    'PowerShellVersion',
    'PowerShellHostVersion',
    'CLRVersion',
    'DotNetFrameworkVersion',
  ].map((key) => ({
    key,
    isRight: isDotNetVersion,
    expected: 'a version of two to four numbers',
  })),
  { key: 'GUID', isRight: isGuid, expected: 'a GUID' },
  {
    key: 'ProcessorArchitecture',
    isRight: (text) => ARCHITECTURE.test(text),
    mayBeArray: true,
    expected: 'one of None, MSIL, X86, IA64, Amd64, Arm',
  },
];

const MODULE_KEYS = ['ModuleName', 'ModuleVersion', 'RequiredVersion', 'MaximumVersion', 'GUID'];
const VALUE_SHOWN = 60;

/** @param data  the hashtable of a module manifest */
export function checkManifest(data: DataValue, file: Place): readonly Finding[] {
  if (data.kind !== 'hashtable') return [];
  const at = ({ line, column }: DataEntry): Place => ({ ...file, line, column });
  const unknown = data.entries
    .filter(({ key }) => !KEYS.has(key.toLowerCase()))
    .map((entry) => findingOf(psd1UnknownKey, at(entry), { key: entry.key }));
  const forms = FORMS.flatMap(({ key, isRight, expected, mayBeArray }) => {
    const entry = dataEntry(data, key);
    const text = entry && shownText(mayBeArray ? onlyItem(entry.value) : entry.value);
    if (!entry || text === undefined || text === '' || isRight(text)) return [];
    return [findingOf(psd1Value, at(entry), { key: entry.key, value: text.slice(0, VALUE_SHOWN), expected })];
  });
  const old = dataEntry(data, 'ModuleToProcess');
  const both = old && dataEntry(data, 'RootModule') ? [findingOf(psd1BothRoots, at(old), {})] : [];
  const modules = ['RequiredModules', 'NestedModules'].flatMap((key) => {
    const entry = dataEntry(data, key);
    return entry ? checkModules(entry, at(entry)) : [];
  });
  return firstOfEach([...unknown, ...forms, ...both, ...modules, ...checkEditions(data, at)]);
}

function checkModules(entry: DataEntry, place: Place): readonly Finding[] {
  const isBlank = entry.value.kind === 'string' && entry.value.value === '';
  if (entry.value.kind === 'null' || isBlank) return [];
  return itemsOf(entry.value).flatMap((item) => {
    const problem = item.kind === 'hashtable' ? moduleProblem(item) : nameProblem(item);
    return problem === undefined ? [] : [findingOf(psd1RequiredModule, place, { key: entry.key, problem })];
  });
}

function nameProblem(item: DataValue): string | undefined {
  if (item.kind === 'array') return 'a list stands within the list';
  if (item.kind === 'boolean') return 'a name is a text';
  return item.kind !== 'dynamic' && !textOf(item) ? 'a name is blank' : undefined;
}

/** As PowerShell's own reader of module specifications has it. */
function moduleProblem(item: DataValue & { readonly kind: 'hashtable' }): string | undefined {
  const unknown = item.entries.find(
    ({ key }) => !MODULE_KEYS.some((known) => known.toLowerCase() === key.toLowerCase()),
  );
  if (unknown) return `${unknown.key} is no key of a module specification`;
  const text = (key: string) => textOf(dataEntry(item, key)?.value);
  const isDynamic = item.entries.some(({ value }) => value.kind === 'dynamic');
  if (isDynamic) return undefined;
  const name = dataEntry(item, 'ModuleName')?.value;
  if (!name || !textOf(onlyItem(name))) return 'ModuleName is missing';
  const [minimum, exact, maximum] = [text('ModuleVersion'), text('RequiredVersion'), text('MaximumVersion')];
  if (minimum === undefined && exact === undefined && maximum === undefined) {
    return 'it needs ModuleVersion, RequiredVersion or MaximumVersion';
  }
  if (exact !== undefined && (minimum !== undefined || maximum !== undefined)) {
    return 'RequiredVersion cannot stand beside ModuleVersion or MaximumVersion';
  }
  const wrong = [minimum, exact].find((version) => version !== undefined && !isDotNetVersion(version));
  if (wrong !== undefined) return versionProblem(wrong);
  if (maximum !== undefined && !isMaximum(maximum)) return versionProblem(maximum);
  const guid = text('GUID');
  return guid !== undefined && !isGuid(guid) ? `${guid.slice(0, VALUE_SHOWN)} is no GUID` : undefined;
}

/** A star at the end stands for the highest numbers. */
function isMaximum(text: string): boolean {
  if (isDotNetVersion(text)) return true;
  if (!text.endsWith('*')) return false;
  const filled = `${text.slice(0, -1)}0`;
  return isDotNetVersion(filled.includes('.') ? filled : `${filled}.0`);
}

function versionProblem(text: string): string {
  return text.trim() === '' ? 'a version is blank' : `${text.slice(0, VALUE_SHOWN)} is no version`;
}

function isGuid(text: string): boolean {
  return parseDotNetGuid(text) !== undefined;
}

function checkEditions(data: DataValue, at: (entry: DataEntry) => Place): readonly Finding[] {
  const entry = dataEntry(data, 'CompatiblePSEditions');
  if (!entry) return [];
  const editions = itemsOf(entry.value).flatMap((item) => textOf(item) || []);
  if (editions.length === 0) return [];
  const unknown = editions.filter((edition) => !/^(?:Desktop|Core)$/i.test(edition));
  const findings = unknown.map((edition) =>
    findingOf(psd1Edition, at(entry), { problem: `${edition.slice(0, VALUE_SHOWN)} is no edition` }),
  );
  const lowest = textOf(dataEntry(data, 'PowerShellVersion')?.value);
  const [major = 0, minor = 0] = (lowest ?? '').split('.').map(Number);
  const isHighEnough = major > 5 || (major === 5 && minor >= 1);
  const problem = 'PowerShell reads this key from 5.1 on, and PowerShellVersion asks for less';
  return isHighEnough ? findings : [...findings, findingOf(psd1Edition, at(entry), { problem })];
}

function textOf(value: DataValue | undefined): string | undefined {
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'number' ? formatDataNumber(value.value) : undefined;
}

/** As textOf, and a word for what could never be text. */
function shownText(value: DataValue): string | undefined {
  if (value.kind === 'boolean') return value.value ? 'True' : 'False';
  return value.kind === 'array' ? 'a list' : textOf(value);
}

function onlyItem(value: DataValue): DataValue {
  const [only, ...more] = value.kind === 'array' ? value.items : [];
  return only && more.length === 0 ? only : value;
}

function itemsOf(value: DataValue): readonly DataValue[] {
  return value.kind === 'array' ? value.items : [value];
}
