/** What a version documents, and how well: read apart from its metadata, since feeds need none of it. */
import type { PackageDocs } from './package-docs.ts';
import type { QualityReport } from './quality.ts';

export interface VersionDocs {
  readonly docs: PackageDocs;
  readonly quality: QualityReport;
  /** README and help topics as plain text, as far as search reads them; '' when there are none. */
  readonly readme: string;
  /** SHA-256 of each unpacked file in hexadecimal, by its path. */
  readonly hashes: Readonly<Record<string, string>>;
}
