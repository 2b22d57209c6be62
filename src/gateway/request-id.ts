/** The name of a request in logs and answers. A client or a proxy may have given it one, which is kept when it is harmless. */

/** @returns undefined for what could confuse a log: spaces, controls, more than 64 characters */
export function parseRequestId(header: string | null): string | undefined {
  return header !== null && /^[A-Za-z0-9._-]{1,64}$/.test(header) ? header : undefined;
}
