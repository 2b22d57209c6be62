/** SHA512SUMS: the hash of every blob, in the form that `sha512sum --check` reads in the folder of a build or a mirror. */
import type { Gallery } from '../domain/gallery.ts';
import type { ListingFile } from '../domain/output-file.ts';
import { blobPath, CHECKSUMS } from './urls.ts';

export function renderChecksums(gallery: Gallery): ListingFile {
  const parts = gallery.packages.flatMap(({ versions }) =>
    versions.map(({ id, version, nupkg }) => `${hexOf(nupkg.sha512)}  ${blobPath(id, version)}\n`),
  );
  return { kind: 'listing', path: CHECKSUMS, parts };
}

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}
