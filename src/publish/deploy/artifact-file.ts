/** What lies in the folder of a build, as it is found on disk before it is deployed. */
export interface ArtifactFile {
  /** Below the folder, with `/` between folders. */
  readonly path: string;
  /** `other` is a symbolic link, a pipe, or whatever else is neither a file nor a folder. */
  readonly kind: 'file' | 'other';
  readonly sizeBytes: number;
}
