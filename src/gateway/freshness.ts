/** Whether what a client holds is still the file: the validators of RFC 9110 and the answer 304. */
export interface Validators {
  /** With its quotes, without `W/`. */
  readonly etag: string;
  /** In whole seconds, since the header has no smaller unit. */
  readonly modifiedAtSeconds: number;
}

export interface FreshnessHeaders {
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

/** From size and time, as nginx makes it: reading the file only to name it would double the work. */
export function validatorsOf(file: {
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}): Validators {
  const modifiedAtSeconds = Math.floor(file.modifiedAtMs / 1000);
  const etag = `"${Math.floor(file.modifiedAtMs).toString(16)}-${file.sizeBytes.toString(16)}"`;
  return { etag, modifiedAtSeconds };
}

/** If-None-Match decides when it is there; the time is looked at only without it. */
export function isStillFresh(headers: FreshnessHeaders, validators: Validators): boolean {
  if (headers.ifNoneMatch !== undefined) {
    const held = headers.ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return held.includes('*') || held.includes(validators.etag);
  }
  if (headers.ifModifiedSince === undefined) return false;
  const sinceMs = Date.parse(headers.ifModifiedSince);
  return !Number.isNaN(sinceMs) && validators.modifiedAtSeconds * 1000 <= sinceMs;
}
