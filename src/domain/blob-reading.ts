/** What was found in one file of packages-index/blobs. */
import type { Finding } from './finding.ts';
import type { Nupkg } from './nupkg.ts';
import type { PackageHash } from './package-hash.ts';

export interface BlobReading {
  /** File name under blobs/. */
  readonly blobName: string;
  readonly sha512: PackageHash;
  readonly sizeBytes: number;
  /** Undefined when the archive could not be read. */
  readonly nupkg: Nupkg | undefined;
  readonly findings: readonly Finding[];
}
