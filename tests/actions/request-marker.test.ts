import { expect, it } from 'vitest';
import { findOwnComment, formatMarker } from '../../src/actions/request-marker.ts';
import { isOwnComment } from '../../src/io/github.ts';
import type { RequestComment } from '../../src/publish/request/request.ts';

const BOT = 'github-actions[bot]';
const MARKER = { head: 'a'.repeat(40), seenAt: '2026-03-01T12:00:00Z' };
let lastId = 0;
const comment = (body: string, login = BOT, isBot = login === BOT): RequestComment => ({
  id: ++lastId,
  author: { login, id: 1, isBot },
  body,
  createdAt: MARKER.seenAt,
  updatedAt: MARKER.seenAt,
});
const found = (...comments: readonly RequestComment[]) =>
  findOwnComment(comments, (item) => isOwnComment(item));

it.each([
  ['a commit', MARKER],
  ['the text of an issue', { ...MARKER, head: 'b'.repeat(64) }],
])('finds again what it wrote about %s', (_, marker) => {
  const own = comment(`${formatMarker(marker)}\n\n## Accepted`);
  expect(found(comment('Hello', 'ada'), own)).toEqual({ id: own.id, body: own.body, ...marker });
});

it('takes the first of two', () => {
  const own = comment(formatMarker(MARKER));
  expect(found(own, comment(formatMarker({ ...MARKER, head: 'c'.repeat(40) })))?.id).toBe(own.id);
});

it.each([
  ['of somebody else', comment(formatMarker(MARKER), 'mallory')],
  ['of a person with the name of the app', comment(formatMarker(MARKER), BOT, false)],
  ['that is quoted', comment(`> ${formatMarker(MARKER)}`)],
  ['that stands below something', comment(`It said:\n${formatMarker(MARKER)}`)],
  ['of no commit', comment(formatMarker({ ...MARKER, head: 'main' }))],
  ['of no time', comment(formatMarker({ ...MARKER, seenAt: 'long ago' }))],
])('does not take a marker %s', (_, one) => {
  expect(found(one)).toBeUndefined();
});
