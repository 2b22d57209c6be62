/**
 * An index of many packages for measuring, the same bytes in every run. Packages are of about 20 KB, with a
 * manifest, a module file, a README and a nuspec of the usual sizes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageHash } from '../../src/domain/package-hash.ts';
import type { PackageRecord } from '../../src/domain/record.ts';
import { formatNuspec } from '../../src/pack/nuspec-text.ts';
import { writeNupkg } from '../../src/pack/package-archive.ts';
import { formatRecord } from '../../src/publish/record-text.ts';
import { randomFrom } from './random.ts';

export interface BenchShape {
  readonly packages: number;
  /** How many versions each id has. */
  readonly versionsPerId: number;
}

const VERBS = ['Get', 'Set', 'New', 'Remove', 'Test', 'Invoke', 'Update', 'Export'];
const NOUNS = [
  'Report',
  'Server',
  'Mailbox',
  'Volume',
  'Printer',
  'Session',
  'Policy',
  'Certificate',
  'Backup',
];

/** @returns the folder; made once, and found again by later runs */
export function makeBenchIndex(root: string, shape: BenchShape): string {
  const folder = join(root, `${shape.packages}x${shape.versionsPerId}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.partial`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(join(aside, 'packages'), { recursive: true });
  mkdirSync(join(aside, 'blobs'));
  writeFileSync(
    join(aside, 'gallery.yaml'),
    'title: Bench\ndescription: Made for measuring.\nowners:\n  - bench\n',
  );
  const random = randomFrom(20_260_101);
  const idCount = Math.ceil(shape.packages / shape.versionsPerId);
  for (let index = 0; index < idCount; index++) {
    const count = Math.min(shape.versionsPerId, shape.packages - index * shape.versionsPerId);
    writePackage(aside, index, count, random);
  }
  renameSync(aside, folder);
  return folder;
}

function writePackage(folder: string, index: number, versionCount: number, random: () => number): void {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const id = `Bench.${pick(NOUNS)}${String(index).padStart(5, '0')}`;
  const functions = Array.from(
    { length: 4 + Math.floor(random() * 12) },
    () => `${pick(VERBS)}-${pick(NOUNS)}${index}`,
  );
  const versions: PackageRecord['versions'] = [];
  for (let number = 0; number < versionCount; number++) {
    const version = `1.${number}.0`;
    const bytes = packageBytes(id, version, [...new Set(functions)], random);
    writeFileSync(join(folder, 'blobs', `${id}.${version}.nupkg`), bytes);
    versions.push({
      version,
      sha512: createHash('sha512').update(bytes).digest('base64') as PackageHash,
      sizeBytes: bytes.length,
      published: '2026-01-31T09:30:00Z',
      publisher: 'bench',
      listed: true,
    });
  }
  const record: PackageRecord = {
    id,
    owners: ['bench'],
    githubIds: {},
    categories: [],
    versions,
    removed: [],
  };
  writeFileSync(join(folder, 'packages', `${id}.yaml`), formatRecord(record));
}

function packageBytes(
  id: string,
  version: string,
  functions: readonly string[],
  random: () => number,
): Uint8Array {
  const description = `Commands for measuring ${id}, written by no one and run by no one.`;
  const licenseUrl = 'https://example.org/license';
  const manifest = `@{
  RootModule = '${id}.psm1'
  ModuleVersion = '${version}'
  GUID = '${guidOf(id)}'
  Author = 'Bench'
  CompanyName = 'Bench'
  Copyright = '(c) Bench'
  Description = '${description}'
  PowerShellVersion = '5.1'
  CompatiblePSEditions = @('Desktop', 'Core')
  FunctionsToExport = @(${functions.map((name) => `'${name}'`).join(', ')})
  CmdletsToExport = @()
  VariablesToExport = @()
  AliasesToExport = @()
  PrivateData = @{
    PSData = @{
      Tags = @('Bench', 'Measure')
      LicenseUri = '${licenseUrl}'
      ProjectUri = 'https://example.org/${id}'
      ReleaseNotes = 'Release ${version} of ${id}.'
    }
  }
}
`;
  const nuspec = formatNuspec({
    id,
    version,
    authors: 'Bench',
    owners: 'Bench',
    description,
    releaseNotes: `Release ${version} of ${id}.`,
    requireLicenseAcceptance: false,
    copyright: '(c) Bench',
    tags: ['Bench', 'Measure', 'PSModule', ...functions.map((name) => `PSFunction_${name}`)],
    licenseUrl,
    projectUrl: `https://example.org/${id}`,
    iconUrl: undefined,
    dependencies: [],
  });
  const text = new TextEncoder();
  return writeNupkg(id, nuspec, [
    { path: `${id}.psd1`, bytes: text.encode(manifest) },
    {
      path: `${id}.psm1`,
      bytes: text.encode(functions.map((name) => `function ${name} { 'ok' }`).join('\n')),
    },
    { path: 'README.md', bytes: text.encode(`# ${id}\n\n${description}\n`) },
    // What does not compress, as in real packages with assemblies or pictures, brings it to its size.
    { path: 'data.bin', bytes: Uint8Array.from({ length: 17_000 }, () => Math.floor(random() * 256)) },
  ]);
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
