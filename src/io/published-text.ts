/** Texts of a gallery as it is deployed, from its address or from a folder. Only a plain "not there" counts as absent. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../domain/result.ts';
import { type Answer, answerText, fetchAnswer } from './fetch-answer.ts';

/** @returns undefined when nothing is at this path; a clause when that cannot be told */
export type PublishedTextReader = (path: string) => Promise<Result<string | undefined, string>>;

/** A list of 105,000 versions has 35 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** A server that is restarted is back soon; whatever lasts longer is for people. */
const RETRY_WAITS_MS = [500, 1500];

/** @param place  an http or https address, or a folder */
export function publishedTextAt(place: string): PublishedTextReader {
  return isWebAddress(place) ? webReader(withSlash(place)) : folderReader(place);
}

export function isWebAddress(place: string): boolean {
  return /^https?:\/\//i.test(place) && URL.canParse(place);
}

export function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** An address that no cache on the way has an answer for; hosts of files ignore the query. */
export function uncached(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}pwshelf=${Date.now().toString(36)}`;
}

function webReader(siteUrl: string): PublishedTextReader {
  return async (path) => {
    let answer = await ask(siteUrl + path);
    for (const waitMs of RETRY_WAITS_MS) {
      if (!isPassing(answer)) break;
      await sleep(waitMs);
      answer = await ask(siteUrl + path);
    }
    if (answer.kind === 'none') return fail(answer.problem);
    if (answer.status === 200) return ok(answerText(answer));
    return answer.status === 404 || answer.status === 410 ? ok(undefined) : fail(`status ${answer.status}`);
  };
}

function ask(url: string): Promise<Answer> {
  return fetchAnswer(uncached(url), { maxBytes: MAX_BYTES });
}

function isPassing(answer: Answer): boolean {
  return answer.kind === 'answer' && (answer.status >= 500 || answer.status === 429);
}

function folderReader(folder: string): PublishedTextReader {
  return async (path) => {
    try {
      return ok(await readFile(join(folder, path), 'utf8'));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return code === 'ENOENT' ? ok(undefined) : fail(String(error));
    }
  };
}
