/** A package at a door: a .nupkg as it is, or a module folder or script that is packed first; gated and read. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Finding, hasErrors } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import type { Reading } from '../domain/reading.ts';
import type { VersionDocs } from '../domain/version-docs.ts';
import { type Packed, packModule, packScript } from '../pack/pack.ts';
import { type ArchiveLimits, openArchive } from '../read/archive.ts';
import { gateArchive } from '../read/archive-gate.ts';
import { readNupkg } from '../read/nupkg.ts';
import { diskTree } from './disk-tree.ts';
import { distinctFindings } from './distinct-findings.ts';
import { readVersionDocs } from './document-blob.ts';
import { hashBytes } from './read-blob.ts';
import { secretFindings } from './secret-findings.ts';

export interface EnteredPackage {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly nupkg: Nupkg;
  readonly docs: VersionDocs;
}

/** @throws GalleryError when there is no such file or folder */
export async function enterPackage(path: string, limits: ArchiveLimits): Promise<Reading<EnteredPackage>> {
  if (isNupkg(path)) return openPackage(readPath(path), path, limits);
  const packed = await packPath(path);
  if (!packed.value) return { value: undefined, findings: packed.findings };
  const opened = await openPackage(packed.value.bytes, path, limits);
  // Both readings see the same manifest; what both tell of is told once.
  const told = new Set(opened.findings.map(sameness));
  const first = packed.findings.filter((finding) => !told.has(sameness(finding)));
  return { value: opened.value, findings: [...first, ...opened.findings] };
}

/** All but the file, which is a path on the disk for the one and in the package for the other. */
function sameness({ code, place: { line, column }, args }: Finding): string {
  return JSON.stringify([code, line, column, args]);
}

/** A module folder or a script → .nupkg. */
export async function packPath(path: string): Promise<Reading<Packed>> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw absent(path);
  const full = resolve(path);
  if (found.isDirectory()) return packModule(diskTree(full), moduleNames(full), path);
  if (/\.ps1$/i.test(path)) return packScript(diskTree(dirname(full)), basename(full), path);
  throw new GalleryError(
    'NOT_PACKABLE',
    `${path} is neither a folder nor a .ps1 script.`,
    'Name a module folder, a script, or a .nupkg.',
  );
}

/** The whole gate: every byte of the archive is unpacked and checked, secrets are searched for, and what it says is read. */
export async function openPackage(
  bytes: Uint8Array,
  file: string,
  limits: ArchiveLimits,
): Promise<Reading<EnteredPackage>> {
  const gate = await gateArchive(bytes, file, limits);
  if (hasErrors(gate)) return { value: undefined, findings: gate };
  const { value: archive } = openArchive(bytes, file, limits);
  const secrets = archive ? await secretFindings(archive, file) : [];
  const { value: nupkg, findings } = readNupkg(bytes, file, hashBytes(bytes), limits);
  if (!nupkg) return { value: undefined, findings: distinctFindings([...gate, ...findings, ...secrets]) };
  const docs = readVersionDocs(bytes, nupkg, file, limits);
  const all = distinctFindings([...gate, ...findings, ...docs.findings, ...secrets]);
  return { value: { file, bytes, nupkg, docs }, findings: all };
}

export function readPath(path: string): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    throw new GalleryError(
      'FILE_IS_FOLDER',
      `${path} is a folder, and a file is expected.`,
      'Name a file in it, or make a package of it with `pwshelf pack`.',
    );
  }
  if (!found?.isFile()) throw absent(path);
  return readFileSync(path);
}

function isNupkg(path: string): boolean {
  return /\.nupkg$/i.test(path);
}

/** A module lies in <Name>/ or, as installed, in <Name>/<Version>/. */
function moduleNames(folder: string): readonly string[] {
  return [basename(folder), basename(dirname(folder))];
}

function absent(path: string): GalleryError {
  return new GalleryError(
    'FILE_ABSENT',
    `There is no file ${path}.`,
    'Check the path; it is taken from the current folder.',
  );
}
