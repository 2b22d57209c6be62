/** Whether the files that a manifest names are in the package. */
import { type DataEntry, type DataValue, dataEntry } from '../domain/data-value.ts';
import type { Finding, Place } from '../domain/finding.ts';
import { firstOfEach } from '../domain/first-of-each.ts';
import { findingOf } from '../domain/rule.ts';
import { psd1FileAbsent } from '../rules/psd1-file-absent.ts';
import { psd1FileCase } from '../rules/psd1-file-case.ts';
import { psd1FileUnlisted } from '../rules/psd1-file-unlisted.ts';
import { normalizedPath, type PackageFiles } from './package-source.ts';

/** Without them PowerShell does not load the module. A name without an ending may be a module from elsewhere. */
const NEEDED = [
  { key: 'RootModule', isFile: (name: string) => /\.(?:psm1|ps1|dll|cdxml|xaml|psd1)$/i.test(name) },
  { key: 'ModuleToProcess', isFile: (name: string) => /\.(?:psm1|ps1|dll|cdxml|xaml|psd1)$/i.test(name) },
  { key: 'NestedModules', isFile: (name: string) => /\.(?:psm1|ps1|dll|cdxml|xaml|psd1)$/i.test(name) },
  { key: 'ScriptsToProcess', isFile: () => true },
  { key: 'TypesToProcess', isFile: () => true },
  { key: 'FormatsToProcess', isFile: () => true },
];

/** Assemblies may be installed on the machine; the file list is only a list. */
const LISTED = [
  { key: 'RequiredAssemblies', isFile: (name: string) => /[\\/]/.test(name) },
  { key: 'FileList', isFile: () => true },
];

/** @param data  the hashtable of the manifest in the root of the package */
export function checkManifestFiles(data: DataValue, files: PackageFiles, file: Place): readonly Finding[] {
  const check = (list: typeof NEEDED, rule: typeof psd1FileAbsent) =>
    list.flatMap(({ key, isFile }) => {
      const entry = dataEntry(data, key);
      return entry
        ? absent(entry, isFile, files).map((name) => findingOf(rule, at(file, entry), { key, file: name }))
        : [];
    });
  return firstOfEach([
    ...check(NEEDED, psd1FileAbsent),
    ...checkCase(data, files, file),
    ...check(LISTED, psd1FileUnlisted),
  ]);
}

function checkCase(data: DataValue, files: PackageFiles, file: Place): readonly Finding[] {
  return NEEDED.flatMap(({ key, isFile }) => {
    const entry = dataEntry(data, key);
    return (entry ? namesIn(entry.value) : []).flatMap((name) => {
      const found = isFile(name) ? files.resolve(name) : undefined;
      if (!entry || found === undefined || found === normalizedPath(name)) return [];
      return [findingOf(psd1FileCase, at(file, entry), { key, file: name, found })];
    });
  });
}

function at(file: Place, { line, column }: DataEntry): Place {
  return { ...file, line, column };
}

function absent(entry: DataEntry, isFile: (name: string) => boolean, files: PackageFiles): readonly string[] {
  return namesIn(entry.value).filter((name) => {
    // Variables and absolute paths lead to what only the machine knows.
    if (!isFile(name) || /^(?:[A-Za-z]:|[\\/~%$])/.test(name) || /[*?]/.test(name)) return false;
    return files.resolve(name) === undefined && !files.hasFolder(name);
  });
}

function namesIn(value: DataValue): readonly string[] {
  const items = value.kind === 'array' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'string' && item.value.trim() !== '') return [item.value.trim()];
    const named = item.kind === 'hashtable' ? dataEntry(item, 'ModuleName')?.value : undefined;
    return named?.kind === 'string' ? [named.value] : [];
  });
}
