/** Whether a blob is the file that its record speaks of: same bytes, same id, same version. */
import type { BlobReading } from '../domain/blob-reading.ts';
import type { Finding } from '../domain/finding.ts';
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from '../domain/nuget-version.ts';
import type { VersionRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { blobHashMismatch } from '../rules/blob-hash-mismatch.ts';
import { blobMissing } from '../rules/blob-missing.ts';
import { blobNotItsRecord } from '../rules/blob-not-its-record.ts';
import { blobSizeMismatch } from '../rules/blob-size-mismatch.ts';

/** @param file  where the blob is, or should be */
export function checkBlob(
  id: string,
  recorded: VersionRecord,
  version: NuGetVersion,
  blob: BlobReading | undefined,
  file: string,
): readonly Finding[] {
  if (!blob) return [findingOf(blobMissing, { file }, { version: recorded.version, expected: file })];
  const findings: Finding[] = [];
  if (blob.sizeBytes !== recorded.sizeBytes) {
    const args = { recorded: recorded.sizeBytes, found: blob.sizeBytes };
    findings.push(findingOf(blobSizeMismatch, { file }, args));
  }
  if (blob.sha512 !== recorded.sha512) {
    const args = { recorded: recorded.sha512, found: blob.sha512 };
    findings.push(findingOf(blobHashMismatch, { file }, args));
  }
  if (blob.nupkg && !isOf(blob.nupkg.nuspec, id, version)) {
    const { nuspec } = blob.nupkg;
    const args = { recorded: `${id} ${recorded.version}`, found: `${nuspec.id} ${nuspec.version}` };
    findings.push(findingOf(blobNotItsRecord, { file }, args));
  }
  return findings;
}

function isOf(
  nuspec: { readonly id: string; readonly version: string },
  id: string,
  version: NuGetVersion,
): boolean {
  const found = parseNuGetVersion(nuspec.version);
  return nuspec.id === id && found.ok && compareNuGetVersions(found.value, version) === 0;
}
