import { expect, it } from 'vitest';
import { formatSecretLine, parseSecretLines } from '../../../src/publish/keys/secret-lines.ts';

const bytes = (digit: string) => Buffer.from(digit.repeat(64), 'hex');
const line = (id: string, digit = '4') => formatSecretLine(id, bytes(digit));

it('reads one key a line', () => {
  const { secrets, wrongLines } = parseSecretLines(`# keys\r\n${line('a')}\r\n\n  ${line('b-1', '5')}  \n`);
  expect([...secrets].map(([id, secret]) => [id, Buffer.from(secret)])).toEqual([
    ['a', bytes('4')],
    ['b-1', bytes('5')],
  ]);
  expect(wrongLines).toEqual([]);
});

it('is empty where nothing is', () => {
  expect(parseSecretLines('')).toEqual({ secrets: new Map(), wrongLines: [] });
});

it.each([
  ['no id', `=${line('a').slice(2)}`],
  ['an id in capitals', line('A')],
  ['no secret', 'a='],
  ['no sign', 'a'],
  ['half a secret', `a=${bytes('4').subarray(0, 16).toString('base64')}`],
  ['two secrets in one', `a=${Buffer.concat([bytes('4'), bytes('4')]).toString('base64')}`],
  ['hexadecimal digits', `a=${bytes('4').toString('hex')}`],
  ['a secret without padding', line('a').slice(0, -1)],
])('tells the number of a line with %s, and takes the others', (_, wrong) => {
  const { secrets, wrongLines } = parseSecretLines(`${line('b')}\n${wrong}\n${line('c')}`);
  expect([...secrets.keys()]).toEqual(['b', 'c']);
  expect(wrongLines).toEqual([2]);
});

it('takes none of several lines for one key', () => {
  const { secrets, wrongLines } = parseSecretLines([line('a'), line('a', '5'), line('a')].join('\n'));
  expect([...secrets.keys()]).toEqual([]);
  expect(wrongLines).toEqual([2, 3]);
});
