/**
 * A file of dist/, before it is written. `path` is relative, with `/` between folders, unescaped. `alsoAt` are
 * further addresses that answer with the same bytes.
 */
export type OutputFile =
  | TextFile
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

export interface TextFile {
  readonly kind: 'text';
  readonly path: string;
  readonly text: string;
  readonly alsoAt?: readonly string[];
}
