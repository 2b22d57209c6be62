/** The files of dist/, wherever they lie: on a disk under Node, with the platform at the edge. */
export interface Assets {
  /**
   * Answers a GET or HEAD with one file, with validators, ranges and compression as the place of the files has them.
   * @param path  below the root, decoded, without a leading slash: `v3/index.json`
   * @returns undefined when there is no such file
   */
  readonly respond: (request: Request, path: string) => Promise<Response | undefined>;
  /** The bytes of a file as they are, or undefined. */
  readonly bytes: (path: string) => Promise<Uint8Array | undefined>;
}
