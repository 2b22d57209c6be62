/** What whoever deploys the worker decides: variables and secrets of the platform, read once an isolate. */
import { fail, ok, type Result } from '../../domain/result.ts';
import { parseBase } from '../static-path.ts';

/** As the platform gives them; what is not text counts as wrong. */
export interface WorkerVariables {
  /** The path under which the gallery lives, with slashes at both ends; `/` when absent. */
  readonly BASE?: unknown;
  /** Given, the gallery is private: SHA-256 of each key that may read, in hex, with commas between. A secret of the platform. */
  readonly READ_KEY_SHA256?: unknown;
  /** `json` writes one line a request into the log of the worker. */
  readonly LOG?: unknown;
  /** Where packages are pushed to, since not here: told to whoever tries. */
  readonly PUSH_URL?: unknown;
}

export interface WorkerSettings {
  readonly base: string;
  /** SHA-256, 32 bytes each; undefined of a public gallery. */
  readonly readerDigests: readonly Uint8Array[] | undefined;
  readonly isLogWanted: boolean;
  readonly pushUrl: string | undefined;
}

/**
 * Fails closed: a variable that is there but of no use is a problem, above all one that makes the gallery private.
 * @returns a problem that tells which variable is wrong, and nothing of a secret
 */
export function parseWorkerSettings(variables: WorkerVariables): Result<WorkerSettings, string> {
  const base = parseBaseVariable(variables.BASE);
  if (!base.ok) return base;
  const readers = parseReaders(variables.READ_KEY_SHA256);
  if (!readers.ok) return readers;
  const pushUrl = parsePushUrl(variables.PUSH_URL);
  if (!pushUrl.ok) return pushUrl;
  const { LOG: log } = variables;
  if (log !== undefined && log !== '' && log !== 'json')
    return fail("LOG is not 'json', which is all it can be.");
  return ok({
    base: base.value,
    readerDigests: readers.value,
    isLogWanted: log === 'json',
    pushUrl: pushUrl.value,
  });
}

function parseBaseVariable(text: unknown): Result<string, string> {
  if (text === undefined) return ok('/');
  try {
    if (typeof text === 'string') return ok(parseBase(text));
  } catch {
    // Said below, for both.
  }
  return fail("BASE does not begin and end with a slash, as '/' or '/repo/' do.");
}

function parseReaders(text: unknown): Result<readonly Uint8Array[] | undefined, string> {
  if (text === undefined) return ok(undefined);
  const hashes = typeof text === 'string' ? text.split(',').map((hash) => hash.trim()) : [];
  if (hashes.length > 0 && hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))) {
    return ok(hashes.map((hash) => Uint8Array.from({ length: 32 }, (_, at) => byteAt(hash, at))));
  }
  return fail(
    'READ_KEY_SHA256 is no list of SHA-256 sums, each of 64 digits and letters from a to f, with commas between.',
  );
}

function byteAt(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
}

function parsePushUrl(text: unknown): Result<string | undefined, string> {
  if (text === undefined || text === '') return ok(undefined);
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
    return ok(url.href);
  return fail('PUSH_URL is no address that begins with https:// and holds no password.');
}
