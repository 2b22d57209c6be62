/** Readers by name and secret: what a list of them may look like, and whom it lets in. */
import { expect, it } from 'vitest';
import { createDigestCheck, createReaderCheck, parseReaderKeys } from '../../src/gateway/reader-keys.ts';

const SECRET = 'correct-horse-battery-staple';

it('reads names and secrets, and leaves out comments', () => {
  expect(parseReaderKeys(`# team\n\n team-1 = ${SECRET}= \r\nci=${SECRET}2`)).toEqual({
    ok: true,
    value: [
      { name: 'team-1', secret: `${SECRET}=` },
      { name: 'ci', secret: `${SECRET}2` },
    ],
  });
});

it.each([
  ['', /names no reader/],
  ['# nobody', /names no reader/],
  [SECRET, /Line 1 does not begin with a name/],
  [`a=${SECRET}\n=${SECRET}`, /Line 2 does not begin with a name/],
  ['a=short', /Line 1 has a secret of fewer than 20/],
])('refuses %j without telling the secret', (text, problem) => {
  const parsed = parseReaderKeys(text);
  expect(parsed.ok || parsed.problem).toMatch(problem);
  expect(parsed.ok || parsed.problem).not.toContain(SECRET);
});

it('lets in whoever has a secret, by its name, and nobody else', async () => {
  const isReader = await createReaderCheck([
    { name: 'team', secret: SECRET },
    { name: 'ünïcode', secret: `${SECRET}✓` },
  ]);
  const noted: string[] = [];
  const context = { requestId: 'id', address: 'a', noteKey: (name: string) => void noted.push(name) };
  const check = (secret: string) => isReader({ user: undefined, secret }, context);
  expect(await check(SECRET)).toBe(true);
  expect(await check(`${SECRET}✓`)).toBe(true);
  for (const wrong of ['', SECRET.toUpperCase(), `${SECRET} `, SECRET.slice(1), 'team']) {
    expect(await check(wrong), wrong).toBe(false);
  }
  expect(noted).toEqual(['team', 'ünïcode']);
});

it('needs no more of a secret than its digest', async () => {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const isReader = createDigestCheck([
    { name: 'one', digest: await digest('another') },
    { name: 'two', digest: await digest(SECRET) },
  ]);
  const noted: string[] = [];
  const context = { requestId: '1', address: 'unknown', noteKey: (id: string) => noted.push(id) };
  expect(await isReader({ user: 'any', secret: SECRET }, context)).toBe(true);
  expect(await isReader({ user: 'any', secret: `${SECRET}2` }, context)).toBe(false);
  expect(noted).toEqual(['two']);
});
