/** What a version documents, and how well: read apart from its metadata, since feeds need none of it. */
import type { PackageDocs } from './package-docs.ts';
import type { QualityReport } from './quality.ts';

export interface VersionDocs {
  readonly docs: PackageDocs;
  readonly quality: QualityReport;
  /** SHA-256 of each unpacked file in hexadecimal, by its path. */
  readonly hashes: Readonly<Record<string, string>>;
}
