/** Options whose value may be left out; all others are those of node:util. */
import { expect, it } from 'vitest';
import { parseVerbArguments } from '../../src/cli/parse-arguments.ts';
import type { Verb } from '../../src/cli/verb.ts';

const VERB: Verb = {
  name: 'sample',
  summary: '',
  operands: 'FILE…',
  operandCount: { min: 0, max: 2 },
  about: [],
  options: {
    log: { value: '[text|json]', help: '', choices: ['text', 'json'] },
    port: { value: 'N', help: '' },
  },
  examples: [],
  run: async () => 0,
};

function parse(...words: string[]) {
  const args = parseVerbArguments(VERB, words);
  if (args === 'help') throw new Error('help was not asked for');
  return [args.text('log'), args.text('port'), ...args.positionals];
}

it.each([
  [[], [undefined, undefined]],
  [['--log'], ['text', undefined]],
  [
    ['--log', '--port', '1'],
    ['text', '1'],
  ],
  [
    ['--log', 'json', '--port', '1'],
    ['json', '1'],
  ],
  [
    ['--log=json', 'text'],
    ['json', undefined, 'text'],
  ],
  [
    ['--log', 'a.nupkg'],
    ['text', undefined, 'a.nupkg'],
  ],
  [
    ['--', '--log'],
    [undefined, undefined, '--log'],
  ],
])('reads %j', (words, expected) => {
  expect(parse(...words)).toEqual(expected);
});

it('names the values that there are', () => {
  expect(() => parse('--log=xml')).toThrow('--log xml is not one of text, json.');
});
