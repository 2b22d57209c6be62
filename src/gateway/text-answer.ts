/** Answers in words, for people at a command line. */

import { reasonPhrase } from './reason-phrase.ts';

/** @param text  one line or more, without the last line break */
export function textAnswer(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${text}\n`, {
    status,
    // What went wrong is all that most clients show of an answer.
    ...(status >= 400 && { statusText: reasonPhrase(text) }),
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
