/** Files to read, wherever they lie: a folder on disk, a git commit, or memory. */
export interface FileTree {
  /** Paths of all files, relative, with `/` between folders, in code point order. */
  readonly list: () => Promise<readonly string[]>;
  /** The bytes of one of these files. Rejects when it is not there. */
  readonly bytes: (path: string) => Promise<Uint8Array>;
}
