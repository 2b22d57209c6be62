/** Reads what clients send to prove who reads: basic authentication, a bearer token, or the header of NuGet's keys. */
import type { ReaderCredentials } from './parts.ts';

export type FoundCredentials =
  | { readonly kind: 'none' }
  /** Something is there, but nothing that could be right. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'credentials'; readonly credentials: ReaderCredentials };

/** Keys have 52 characters; whoever sends more tries something else. */
const LONGEST = 4096;
const MALFORMED: FoundCredentials = { kind: 'malformed' };

export function parseReaderCredentials(headers: Headers): FoundCredentials {
  const authorization = headers.get('authorization');
  if (authorization === null) {
    const key = headers.get('x-nuget-apikey');
    return key === null ? { kind: 'none' } : found(undefined, key.trim());
  }
  if (authorization.length > LONGEST) return MALFORMED;
  const at = authorization.indexOf(' ');
  if (at < 0) return MALFORMED;
  const scheme = authorization.slice(0, at).toLowerCase();
  const rest = authorization.slice(at + 1).trim();
  switch (scheme) {
    case 'bearer':
      return found(undefined, rest);
    case 'basic':
      return parseBasic(rest);
    default:
      return MALFORMED;
  }
}

function parseBasic(base64: string): FoundCredentials {
  const text = decodeBasic(base64);
  // RFC 7617: the first colon ends the user's name, which can hold none.
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 0) return MALFORMED;
  return found(text.slice(0, colon), text.slice(colon + 1));
}

function decodeBasic(base64: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // .NET Framework and old browsers send Latin-1, whatever was asked for.
    return binary;
  }
}

function found(user: string | undefined, secret: string): FoundCredentials {
  if (secret === '' || secret.length > LONGEST) return MALFORMED;
  return { kind: 'credentials', credentials: { user, secret } };
}
