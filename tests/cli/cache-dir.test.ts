import { isAbsolute, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { buildVerb } from '../../src/cli/build.ts';
import { cacheDirOf } from '../../src/cli/cache-dir.ts';
import { parseVerbArguments } from '../../src/cli/parse-arguments.ts';
import type { VerbArguments } from '../../src/cli/verb.ts';

const argumentsOf = (...words: readonly string[]) => parseVerbArguments(buildVerb, words) as VerbArguments;

it.each([
  [['--cache', 'kept'], resolve('kept')],
  [['--cache', '/var/kept'], '/var/kept'],
  [['--no-cache'], undefined],
])('of %j is where the caller stands, wherever the work is done', (words, folder) => {
  expect(cacheDirOf(argumentsOf(...words))).toBe(folder);
});

it('has a place of its own when none is named', () => {
  const folder = cacheDirOf(argumentsOf()) ?? '';
  expect(isAbsolute(folder)).toBe(true);
  expect(folder).toMatch(/[\\/]\.cache[\\/]pwshelf$/);
});
