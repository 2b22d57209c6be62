/**
 * A file of dist/, before it is written. `path` is relative, with `/` between folders, unescaped. `alsoAt` are
 * further addresses that answer with the same bytes.
 */
export type OutputFile =
  | TextFile
  | ListingFile
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array }
  /** The blob of this name, byte for byte. */
  | { readonly kind: 'blob'; readonly path: string; readonly blobName: string }
  /** One file out of the blob of this name, unpacked. */
  | {
      readonly kind: 'blob-entry';
      readonly path: string;
      readonly blobName: string;
      readonly entry: string;
    };

/** A text that lists the whole gallery, in parts: put together it would take tens of megabytes at once. */
export interface ListingFile {
  readonly kind: 'listing';
  readonly path: string;
  readonly parts: readonly string[];
  readonly alsoAt?: readonly string[];
}

export interface TextFile {
  readonly kind: 'text';
  readonly path: string;
  readonly text: string;
  readonly alsoAt?: readonly string[];
}
