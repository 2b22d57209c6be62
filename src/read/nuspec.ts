/** The nuspec of an archive → Nuspec: every namespace that packers ever wrote, dependencies with and without groups. */
import type { Finding, Place } from '../domain/finding.ts';
import type { Nuspec, NuspecDependency } from '../domain/nuspec.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { nuspecCount } from '../rules/nuspec-count.ts';
import { nuspecElementCount } from '../rules/nuspec-element-count.ts';
import { nuspecRoot } from '../rules/nuspec-root.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { readXml, type XmlElement } from './xml-elements.ts';

/** @param file  the archive, as the user would name it */
export function locateNuspec(archive: Archive, file: string): Reading<ArchiveEntry> {
  const found = archive.entries.filter(({ path, isFolder }) => !isFolder && isRootNuspec(path));
  const [entry] = found;
  if (entry && found.length === 1) return { value: entry, findings: [] };
  const args = { found: found.map(({ path }) => path) };
  return { value: undefined, findings: [findingOf(nuspecCount, { file }, args)] };
}

/**
 * @param path  of the nuspec inside the package
 * @param place  of the nuspec
 */
export function readNuspec(text: string, path: string, place: Place): Reading<Nuspec> {
  const { value: root, findings } = readXml(text, place);
  if (!root) return { value: undefined, findings };
  const metadata = root.name === 'package' ? childrenOf(root, 'metadata') : [];
  const [first] = metadata;
  if (!first || metadata.length > 1) {
    return { value: undefined, findings: [findingOf(nuspecRoot, place, { found: root.name })] };
  }
  const faults = countFaults(first, place);
  return { value: faults.length > 0 ? undefined : nuspecOf(first, path), findings: faults };
}

function isRootNuspec(path: string): boolean {
  return !path.includes('/') && path.toLowerCase().endsWith('.nuspec');
}

/** What says what the package is must be said once; what is left out elsewhere may not be said twice either. */
const REQUIRED = ['id', 'version'];

function countFaults(metadata: XmlElement, place: Place): readonly Finding[] {
  const counts = new Map(REQUIRED.map((name) => [name, 0]));
  for (const { name } of metadata.children) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([name, found]) => found > 1 || (found === 0 && REQUIRED.includes(name)))
    .map(([element, found]) => findingOf(nuspecElementCount, place, { element, found }));
}

function nuspecOf(metadata: XmlElement, path: string): Nuspec {
  const elements = new Map(metadata.children.map((element) => [element.name, element]));
  const text = (name: string) => elements.get(name)?.text.trim() || undefined;
  return {
    path,
    id: text('id') ?? '',
    version: text('version') ?? '',
    title: text('title'),
    authors: text('authors'),
    owners: text('owners'),
    description: text('description'),
    summary: text('summary'),
    releaseNotes: text('releaseNotes'),
    copyright: text('copyright'),
    language: text('language'),
    tags: (text('tags') ?? '').split(/[\s,;]+/).filter((tag) => tag !== ''),
    licenseUrl: text('licenseUrl'),
    projectUrl: text('projectUrl'),
    iconUrl: text('iconUrl'),
    requireLicenseAcceptance: text('requireLicenseAcceptance')?.toLowerCase() === 'true',
    minClientVersion: metadata.attributes.get('minClientVersion'),
    dependencies: dependenciesOf(elements.get('dependencies')),
  };
}

function dependenciesOf(element: XmlElement | undefined): readonly NuspecDependency[] {
  if (!element) return [];
  const groups = childrenOf(element, 'group');
  return [element, ...groups].flatMap((parent) =>
    childrenOf(parent, 'dependency').map(({ attributes }) => ({
      id: attributes.get('id')?.trim() ?? '',
      range: attributes.get('version')?.trim() ?? '',
    })),
  );
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
