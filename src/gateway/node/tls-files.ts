/** Certificate and key from files, read again when they were renewed. */
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { GalleryError } from '../../domain/gallery-error.ts';

export interface TlsFiles {
  /** PEM, with the certificates between it and the root. */
  readonly certFile: string;
  readonly keyFile: string;
}

export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** @throws GalleryError when a file cannot be read, or the two do not belong together */
export function readTlsFiles({ certFile, keyFile }: TlsFiles): TlsMaterial {
  try {
    const material = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    createSecureContext(material);
    return material;
  } catch (error) {
    throw new GalleryError(
      'TLS_FILES',
      `TLS cannot be served with ${certFile} and ${keyFile}: ${error instanceof Error ? error.message : String(error)}`,
      'Name a certificate and its private key, both in PEM, that this user can read.',
      { cause: error },
    );
  }
}
