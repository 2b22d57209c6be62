/**
 * The files of a gallery from a folder, as the gateway asks for them. Files may be replaced by moving others to their names
 * while they are served: an answer under way goes on with the old one, the next has the new one.
 */
import { realpathSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Coding } from '../accepted-coding.ts';
import type { Assets } from '../assets.ts';
import { type FileAnswer, planFileAnswer } from '../file-answer.ts';
import { validatorsOf } from '../freshness.ts';
import { type ByteCache, createByteCache } from './byte-cache.ts';
import { compressWhole } from './compress.ts';
import { compressedFileBody, fileBody } from './file-body.ts';
import { isAbsence, openStaticFile, type StaticFile, stampOf } from './static-file.ts';

/** Texts up to this size are compressed once and kept; larger ones are compressed as they flow. */
const KEPT_TEXT_BYTES = 1024 * 1024;
/** Files up to this size are kept as they are; reading larger ones costs less than keeping them. */
const KEPT_PLAIN_BYTES = 64 * 1024;
const CACHE_BYTES = 32 * 1024 * 1024;
/** A date has no smaller unit than a second, so it tells nothing of a file that may change again within it. */
const DATE_TELLS_AFTER_MS = 2000;
const CODINGS: readonly (Coding | undefined)[] = [undefined, 'br', 'gzip'];

interface Folder {
  readonly realRoot: string;
  readonly cache: ByteCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * @param root  the folder that build wrote
 * @throws when the folder cannot be read
 */
export function createDiskAssets(root: string, now: () => number = Date.now): Assets {
  const cache = createByteCache({ maxBytes: CACHE_BYTES, maxEntryBytes: KEPT_TEXT_BYTES });
  const folder: Folder = { realRoot: realpathSync(root), cache, now };
  return {
    respond: async (request, path) => {
      if (!isPlainPath(path)) return undefined;
      return (await answerKept(request, path, folder)) ?? answerFile(request, path, folder);
    },
    bytes: async (path) => {
      const file = isPlainPath(path) ? await openStaticFile(folder.realRoot, path) : undefined;
      return file?.handle.readFile().finally(() => file.handle.close());
    },
  };
}

/** Most answers are of files that were answered before: one look at the disk tells whether they are still the same. */
async function answerKept(request: Request, path: string, folder: Folder): Promise<Response | undefined> {
  const isKnown = (stamp: string) => CODINGS.some((coding) => folder.cache.get(keyOf(path, coding), stamp));
  try {
    const found = await lstat(join(folder.realRoot, path));
    const stamp = stampOf(found);
    if (!found.isFile() || !isKnown(stamp)) return undefined;
    const answer = planOf(request, path, found.size, found.mtimeMs, folder);
    if (answer.body.kind === 'none') return bodiless(answer);
    const kept = answer.body.kind === 'whole' && folder.cache.get(keyOf(path, answer.body.coding), stamp);
    return kept ? wholeAnswer(answer, kept) : undefined;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

async function answerFile(request: Request, path: string, folder: Folder): Promise<Response | undefined> {
  const file = await openStaticFile(folder.realRoot, path);
  if (!file) return undefined;
  const { handle, sizeBytes } = file;
  const answer = planOf(request, path, sizeBytes, file.modifiedAtMs, folder);
  const { body } = answer;
  if (body.kind === 'none') {
    await handle.close();
    return bodiless(answer);
  }
  if (body.kind === 'part') {
    return flowing(answer, fileBody(handle, { start: body.start, end: body.end + 1 }));
  }
  if (sizeBytes <= (body.coding ? KEPT_TEXT_BYTES : KEPT_PLAIN_BYTES)) {
    return wholeAnswer(answer, await readKept(file, body.coding, folder).finally(() => handle.close()));
  }
  if (body.coding) return flowing(answer, compressedFileBody(handle, body.coding));
  return flowing(answer, fileBody(handle, { start: 0, end: sizeBytes }));
}

function readKept(file: StaticFile, coding: Coding | undefined, { cache }: Folder): Promise<Uint8Array> {
  return cache.getOrMake(keyOf(file.path, coding), file.stamp, async () => {
    const bytes = await file.handle.readFile();
    return coding ? compressWhole(bytes, coding) : bytes;
  });
}

function planOf(
  request: Request,
  path: string,
  sizeBytes: number,
  modifiedAtMs: number,
  { now }: Folder,
): FileAnswer {
  return planFileAnswer(request, {
    path,
    sizeBytes,
    validators: validatorsOf({ sizeBytes, modifiedAtMs }),
    isDateTelling: now() - modifiedAtMs > DATE_TELLS_AFTER_MS,
  });
}

function bodiless({ status, headers }: FileAnswer): Response {
  return new Response(null, { status, headers });
}

function flowing({ status, headers }: FileAnswer, body: ReadableStream): Response {
  return new Response(body, { status, headers });
}

function wholeAnswer({ status, headers }: FileAnswer, bytes: Uint8Array): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    status,
    headers: { ...headers, 'Content-Length': String(bytes.byteLength) },
  });
}

function keyOf(path: string, coding: Coding | undefined): string {
  return `${coding ?? 'plain'} ${path}`;
}

/** Whoever asks has looked at the path already; a second look costs nothing, and a way out of the folder would cost all. */
function isPlainPath(path: string): boolean {
  return (
    !/[\0\\]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
