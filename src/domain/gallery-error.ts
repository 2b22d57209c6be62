/** A broken world, as opposed to wrong input: a file that cannot be read, a port that is taken. */
export class GalleryError extends Error {
  readonly code: string;
  /** What to do about it, a sentence. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GalleryError';
    this.code = code;
    this.hint = hint;
  }
}
