/** What a request would publish, as a part of the comment: for whoever has to decide whether that is wanted. */

import type { Gallery } from '../domain/gallery.ts';
import type { Capability } from '../domain/package-docs.ts';
import { packageKey } from '../domain/package-id.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { type FileChange, type VersionChanges, versionChanges } from '../domain/version-changes.ts';
import { versionFacts } from '../domain/version-facts.ts';
import { parseVersionRange, satisfiesRange } from '../domain/version-range.ts';
import type { GatheredPackage } from '../io/gather-request.ts';
import { diffHunks } from '../report/file-diff.ts';
import { formatCount, formatSize } from '../report/format-text.ts';
import { CAPABILITY_TITLES } from '../report/package-text.ts';
import { codeBlock, codeText, plainText } from './markdown-text.ts';

const NAMES_SHOWN = 40;
const FILES_SHOWN = 60;
const REMEDIES_SHOWN = 3;
const PLACES_SHOWN = 3;
const DIFF_LINES_SHOWN = 160;
/** Two texts that have nothing in common take a fifth of a second, and show nothing. */
const FILES_COMPARED = 40;

export function formatPackageSection(item: GatheredPackage, gallery: Gallery): string {
  const { nupkg, docs, previous } = item;
  const changes = previous && versionChanges(previous, versionFacts(nupkg, docs));
  return [
    `### ${codeText(nupkg.nuspec.id)} ${codeText(nupkg.nuspec.version)}`,
    plainText(summarizePackage(nupkg).description.slice(0, 500)),
    metadataTable(item),
    commandsText(item, changes),
    dependenciesText(item, gallery),
    qualityText(item),
    capabilitiesText(docs.docs.capabilities),
    filesText(item, changes),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function metadataTable({ nupkg, docs, previous }: GatheredPackage): string {
  const summary = summarizePackage(nupkg);
  const rows: readonly (readonly [string, string])[] = [
    ['Kind', nupkg.content.kind],
    ['Version before', previous?.version ?? 'none: it is new here'],
    ['Author, as it says', summary.authors],
    ['PowerShell', [summary.powerShellVersion, ...summary.compatiblePSEditions].filter(Boolean).join(', ')],
    ['Licence', [docs.docs.license.spdxId, summary.licenseUrl].filter(Boolean).join(', ')],
    ['Project', summary.projectUrl ?? ''],
    ['Size', `${formatSize(nupkg.sizeBytes)}, ${formatCount(nupkg.files.length, 'file')}`],
    ['SHA-512', nupkg.sha512],
  ];
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `| ${name} | ${codeText(value)} |`);
  return ['| | |', '|---|---|', ...lines].join('\n');
}

function commandsText({ docs }: GatheredPackage, changes: VersionChanges | undefined): string {
  if (!changes) {
    const names = docs.docs.commands.map(({ name }) => name);
    return names.length === 0 ? '' : `**${formatCount(names.length, 'command')}**: ${listed(names)}`;
  }
  const changed = changes.changed.map(({ name, added, removed, changed: other }) => {
    const parts = [
      ...added.map((parameter) => `+${parameter}`),
      ...removed.map((parameter) => `−${parameter}`),
      ...other.map((parameter) => `~${parameter.name}`),
    ];
    return `${name} (${parts.join(' ')})`;
  });
  const lines = [
    ...(changes.added.length > 0 ? [`- added: ${listed(changes.added)}`] : []),
    ...(changes.removed.length > 0 ? [`- **removed**: ${listed(changes.removed)}`] : []),
    ...(changed.length > 0 ? [`- changed: ${listed(changed)}`] : []),
  ];
  return `**Commands**: ${lines.length === 0 ? 'as before' : `\n${lines.join('\n')}`}`;
}

function dependenciesText({ nupkg }: GatheredPackage, gallery: Gallery): string {
  const items = nupkg.nuspec.dependencies.map(({ id, range }) => {
    const name = codeText(`${id} ${range}`.trim());
    const wanted = parseVersionRange(range);
    const versions = gallery.byKey.get(packageKey(id))?.versions ?? [];
    const isHere = wanted.ok && versions.some(({ version }) => satisfiesRange(version, wanted.value));
    return isHere ? name : `${name} (not in this gallery)`;
  });
  return items.length === 0 ? '' : `**Dependencies**: ${items.join(', ')}`;
}

function qualityText({ docs: { quality } }: GatheredPackage): string {
  const remedies = quality.criteria
    .filter(({ remedy, weight }) => remedy !== undefined && weight > 0)
    .toSorted((a, b) => b.weight * (1 - b.share) - a.weight * (1 - a.share))
    .slice(0, REMEDIES_SHOWN)
    .map(({ remedy }) => `- ${plainText(remedy ?? '')}`);
  return [`**Quality**: ${quality.score} of 100`, ...remedies].join('\n');
}

/** A fact for readers, no accusation: what to look at first. */
function capabilitiesText(capabilities: readonly Capability[]): string {
  const kinds = [...new Set(capabilities.map(({ kind }) => kind))];
  if (kinds.length === 0) return '';
  const lines = kinds.map((kind) => {
    const found = capabilities.filter((item) => item.kind === kind);
    const places = found.slice(0, PLACES_SHOWN).map(({ path, line }) => codeText(`${path}:${line}`));
    const more = found.length - PLACES_SHOWN;
    return `- ${CAPABILITY_TITLES[kind]}: ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
  return ['**What its code can do**', ...lines].join('\n');
}

function filesText(item: GatheredPackage, changes: VersionChanges | undefined): string {
  const { nupkg } = item;
  const state = new Map(changes?.files.map((change) => [change.path, change.kind]));
  const gone = changes?.files.filter(({ kind }) => kind === 'removed') ?? [];
  const files = [
    ...nupkg.files.map(({ path, sizeBytes }) => ({ path, sizeBytes, kind: state.get(path) ?? '' })),
    ...gone.map(({ path, beforeBytes = 0 }) => ({ path, sizeBytes: beforeBytes, kind: 'removed' })),
  ].toSorted((a, b) => Number(b.kind !== '') - Number(a.kind !== '') || (a.path < b.path ? -1 : 1));
  const rows = files
    .slice(0, FILES_SHOWN)
    .map(({ path, sizeBytes, kind }) => `| ${codeText(path)} | ${formatSize(sizeBytes)} | ${kind} |`);
  const more = files.length - FILES_SHOWN;
  const total = nupkg.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return [
    `<details><summary>${formatCount(nupkg.files.length, 'file')}, ${formatSize(total)} unpacked</summary>`,
    '',
    '| File | Size | |',
    '|---|---:|---|',
    ...rows,
    ...(more > 0 ? [`| and ${more} more | | |`] : []),
    '',
    ...diffLines(item, changes?.files ?? []),
    '</details>',
  ].join('\n');
}

/** The first lines that differ of texts that both versions have. */
function diffLines(item: GatheredPackage, changes: readonly FileChange[]): readonly string[] {
  const lines: string[] = [];
  for (const { path } of changes.filter(({ kind }) => kind === 'changed').slice(0, FILES_COMPARED)) {
    if (lines.length >= DIFF_LINES_SHOWN) break;
    const { before, after } = item.texts(path);
    const hunks = before === undefined || after === undefined ? undefined : diffHunks(before, after);
    if (!hunks) continue;
    lines.push(`--- ${path}`);
    for (const { head, lines: changed } of hunks) {
      lines.push(head);
      for (const { kind: side, text } of changed) lines.push(`${SIGNS[side]}${text}`);
    }
  }
  if (lines.length === 0) return [];
  const isCut = lines.length > DIFF_LINES_SHOWN;
  const shown = [...lines.slice(0, DIFF_LINES_SHOWN), ...(isCut ? ['… and more'] : [])];
  return [codeBlock(shown.join('\n'), 'diff'), ''];
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const;

function listed(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN).map((name) => codeText(name));
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
