/**
 * What a log may hold of an address. Queries are worth keeping, for they say what a client asked; but people paste keys into
 * the oddest places, and a log is read by more of them than a secret should be.
 */
const LONGEST = 2048;
const MASK = '***';

/** Names of parameters whose values are nobody's business. */
const SECRET_NAME = /key|token|secret|pass|pwd|auth|credential|signature/i;

/** @param target  path and query, undecoded */
export function loggedTarget(target: string): string {
  const shown = target.length > LONGEST ? `${target.slice(0, LONGEST)}…` : target;
  const at = shown.indexOf('?');
  if (at < 0) return withoutKeys(shown);
  const parameters = shown.slice(at + 1).split('&');
  return withoutKeys(`${shown.slice(0, at)}?${parameters.map(withoutSecret).join('&')}`);
}

/** Masks what looks like a key of this gallery, whatever stands around it. */
export function withoutKeys(text: string): string {
  return text.replace(/(ps[a-z])(?:_|%5F)[A-Za-z0-9_-]{16,}/g, `$1_${MASK}`);
}

function withoutSecret(parameter: string): string {
  const at = parameter.indexOf('=');
  if (at < 0) return parameter;
  const name = parameter.slice(0, at);
  return SECRET_NAME.test(decoded(name)) ? `${name}=${MASK}` : parameter;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
