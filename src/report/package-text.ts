/** What was read from a package, for a terminal: its facts, its commands, its quality, what its code can do. */
import type { Nupkg } from '../domain/nupkg.ts';
import type { Capability, CapabilityKind, DocumentedCommand } from '../domain/package-docs.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { packageTags } from '../domain/package-tags.ts';
import type { QualityReport } from '../domain/quality.ts';
import type { VersionDocs } from '../domain/version-docs.ts';

export function formatPackage(nupkg: Nupkg, { docs, quality }: VersionDocs): readonly string[] {
  return [
    ...factLines(nupkg, docs.license.spdxId),
    ...section('Commands', docs.commands.map(commandLine)),
    ...section('Quality', qualityLines(quality)),
    ...section('What the code can do', capabilityLines(docs.capabilities)),
  ];
}

/** What each kind means to a reader. */
export const CAPABILITY_TITLES: Readonly<Record<CapabilityKind, string>> = {
  network: 'Talks to the network',
  download: 'Downloads files or packages',
  'file-write': 'Writes or deletes files',
  registry: 'Changes the registry',
  process: 'Starts or stops programs',
  'native-code': 'Compiles or calls native code',
  'dynamic-code': 'Runs code that it puts together',
  'encoded-command': 'Decodes encoded text or commands',
  credentials: 'Handles credentials',
  'scheduled-task': 'Makes scheduled tasks',
  service: 'Changes services',
  'execution-policy': 'Changes the execution policy',
};

function factLines(nupkg: Nupkg, spdxId: string | undefined): readonly string[] {
  const { nuspec, content, sha512, sizeBytes, files } = nupkg;
  const summary = summarizePackage(nupkg);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', nuspec.id],
    ['version', nuspec.version],
    ['type', content.kind],
    ['description', summary.description],
    ['author', summary.authors],
    ['guid', summary.guid],
    ['powershell', [summary.powerShellVersion, ...summary.compatiblePSEditions].filter(Boolean).join(', ')],
    ['dependencies', nuspec.dependencies.map(({ id, range }) => `${id} ${range}`.trim()).join(', ')],
    ['tags', packageTags(nupkg).join(' ')],
    ['licence', [spdxId, summary.licenseUrl].filter(Boolean).join(', ')],
    ['project', summary.projectUrl],
    ['files', `${files.length}`],
    ['size', `${sizeBytes} bytes`],
    ['sha512', sha512],
  ];
  return rows.flatMap(([name, value]) => (value ? [`${name.padEnd(14)}${value}`] : []));
}

function commandLine({ kind, name, known, target, help }: DocumentedCommand): string {
  const what = target === undefined ? (help?.synopsis ?? '').split('\n')[0] : `→ ${target}`;
  const how = known === 'manifest' ? '' : ` (${KNOWN_TEXT[known]})`;
  return `${kind.padEnd(16)}${name.padEnd(28)} ${what ?? ''}${how}`.trimEnd();
}

const KNOWN_TEXT: Readonly<Record<DocumentedCommand['known'], string>> = {
  manifest: 'listed in the manifest',
  code: 'seen in the code',
  assembly: 'seen in an assembly',
  file: 'found by its file',
  assumed: 'the code computes its exports',
};

function qualityLines({ score, criteria }: QualityReport): readonly string[] {
  const lines = criteria.map(({ title, weight, share, found, remedy }) => {
    const points = `${Math.round(weight * share)}/${weight}`.padStart(6);
    return `${points}  ${title}: ${found}${remedy === undefined ? '' : `\n        → ${remedy}`}`;
  });
  return [`${`${score}`.padStart(3)} of 100`, ...lines];
}

function capabilityLines(capabilities: readonly Capability[]): readonly string[] {
  const kinds = [...new Set(capabilities.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const found = capabilities.filter((item) => item.kind === kind);
    const places = found.slice(0, PLACES_SHOWN).map(({ path, line, shown }) => `  ${path}:${line}  ${shown}`);
    const more = found.length - PLACES_SHOWN;
    return [CAPABILITY_TITLES[kind], ...places, ...(more > 0 ? [`  and ${more} more`] : [])];
  });
}

const PLACES_SHOWN = 3;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
