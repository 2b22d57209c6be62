/** A script's PSScriptInfo comment, `#Requires` lines and help block → ScriptFileInfo. */
import type { Finding, Place } from '../domain/finding.ts';
import type { ModuleSpecification } from '../domain/module-manifest.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import type { ScriptFileInfo } from '../domain/script-file-info.ts';
import { scriptGuidMissing } from '../rules/script-guid-missing.ts';
import { scriptInfoMissing } from '../rules/script-info-missing.ts';
import { scriptKeyRepeated } from '../rules/script-key-repeated.ts';
import { scriptVersionMissing } from '../rules/script-version-missing.ts';
import { readRequires } from './script-requires.ts';
import { readScriptSource } from './script-source.ts';

/** @param path  of the script inside the package */
export function readScriptFileInfo(bytes: Uint8Array, path: string, place: Place): Reading<ScriptFileInfo> {
  const source = readScriptSource(bytes, path);
  const comment = source.blockComments.find((text) => INFO_MARK.test(text));
  if (comment === undefined) return { value: undefined, findings: [findingOf(scriptInfoMissing, place, {})] };
  const info = keywordSections(comment.replace(INFO_MARK, ''));
  const text = (key: string) => info.get(key)?.trim() || undefined;
  const words = (key: string) =>
    (info.get(key) ?? '')
      .split(/[\s,]+/)
      .map(unquoted)
      .filter((word) => word !== '');
  const version = text('VERSION');
  if (version === undefined)
    return { value: undefined, findings: [findingOf(scriptVersionMissing, place, {})] };
  const guid = guidOf(text('GUID'));
  const findings: Finding[] = guid === undefined ? [findingOf(scriptGuidMissing, place, {})] : [];
  const repeated = repeatedKey(comment);
  if (repeated !== undefined) findings.push(findingOf(scriptKeyRepeated, place, { key: repeated }));
  const described = (key: 'SYNOPSIS' | 'DESCRIPTION') => {
    const texts = source.blockComments
      .filter((other) => other !== comment)
      .map((other) => helpText(other, key));
    // Publish-PSResource takes it from any comment, Publish-Script from PSScriptInfo too.
    return texts.find((found) => found !== undefined) ?? text(key);
  };
  const requires = readRequires(source.requires);
  const value: ScriptFileInfo = {
    path,
    version,
    guid,
    author: text('AUTHOR'),
    companyName: text('COMPANYNAME'),
    copyright: text('COPYRIGHT'),
    description: source.help?.description ?? described('DESCRIPTION'),
    synopsis: source.help?.synopsis ?? described('SYNOPSIS'),
    tags: words('TAGS'),
    licenseUri: text('LICENSEURI'),
    projectUri: text('PROJECTURI'),
    iconUri: text('ICONURI'),
    externalModuleDependencies: words('EXTERNALMODULEDEPENDENCIES'),
    requiredScripts: requiredScripts(text('REQUIREDSCRIPTS') ?? ''),
    externalScriptDependencies: words('EXTERNALSCRIPTDEPENDENCIES'),
    releaseNotes: text('RELEASENOTES'),
    privateData: text('PRIVATEDATA'),
    requiredModules: requires.modules,
    powerShellVersion: requires.version,
    compatiblePSEditions: requires.editions,
    isElevationRequired: requires.isElevationRequired,
    functions: source.functions,
    workflows: source.workflows,
  };
  return { value, findings };
}

const GUID = /^[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[)}]?$/i;
/** PowerShell knows the comment by its first characters, and reads from its second line on. */
const INFO_MARK = /^PSScriptInfo[^\r\n]*/i;
const KEYWORD = /^[ \t]*\.([A-Za-z]*)(?:[ \t]+(.*))?/;

/** `.KEY value`, or the value on the lines below it. The first of a key counts. */
function keywordSections(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let key: string | undefined;
  let lines: string[] = [];
  const close = () => {
    if (key !== undefined && !sections.has(key)) sections.set(key, lines.join('\n').trimEnd());
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const found = KEYWORD.exec(line);
    if (!found) lines.push(line.trimEnd());
    else {
      close();
      key = (found[1] ?? '').toUpperCase();
      lines = [found[2]?.trimEnd() ?? ''];
    }
  }
  close();
  return sections;
}

/** As PSResourceGet finds it, which knows of a key only when the next one begins, and looks at the last one no more. */
function repeatedKey(comment: string): string | undefined {
  const seen = new Set<string>();
  let key = '';
  for (const line of comment.split(/\r\n|\n|\r/)) {
    const text = line.trim();
    if (!text.startsWith('.')) continue;
    if (key !== '' && seen.has(key)) return key;
    if (key !== '') seen.add(key);
    key = (text.replace(/^\.+/, '').split(/[ ,]/)[0] ?? '').toUpperCase();
  }
  return undefined;
}

/** Each help is indented as its author liked. */
function helpText(comment: string, key: string): string | undefined {
  return unindented(keywordSections(comment).get(key) ?? '').trim() || undefined;
}

function unindented(text: string): string {
  // What stands beside the keyword has no indent of its own.
  const [first = '', ...lines] = text.split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, found) => Math.min(least, found), indents[0] ?? 0);
  return [first.trimStart(), ...lines.map((line) => line.slice(indent))].join('\n');
}

/** `Name`, `Name:1.0` for at least that version, `Name:[1.0]` for exactly that one, `Name:[1.0,2.0]`, `Name:(,2.0]`. */
function requiredScripts(text: string): readonly ModuleSpecification[] {
  const items = text.match(/[^\s,[(]+(?:[[(][^\])[(]*[\])])?/g) ?? [];
  return items.flatMap((item): readonly ModuleSpecification[] => {
    const [name = '', range = ''] = item.split(/:(.*)/s).map(unquoted);
    if (name === '') return [];
    if (range === '') return [{ name }];
    if (!/[[(\])]/.test(range)) return [{ name, moduleVersion: range }];
    const [low = '', high, ...more] = range
      .slice(1, -1)
      .split(',')
      .map((bound) => bound.trim());
    const isInclusive = range.endsWith(']') && range.startsWith(low === '' ? '' : '[');
    // Publish-Script takes no bound that is left out; what it refuses is told as a range that cannot be read.
    if (!isInclusive || more.length > 0) return [{ name, requiredVersion: range }];
    if (high === undefined) return [{ name, requiredVersion: low }];
    return [
      { name, ...(low !== '' && { moduleVersion: low }), ...(high !== '' && { maximumVersion: high }) },
    ];
  });
}

function unquoted(word: string): string {
  return word.trim().replace(/^['"]|['"]$/g, '');
}

/** As PowerShell prints it, which takes it with braces or without hyphens too; undefined when it is none. */
function guidOf(text: string | undefined): string | undefined {
  const parts = GUID.exec(text ?? '');
  return parts?.slice(1).join('-').toLowerCase();
}
