import { expect, it } from 'vitest';
import { decodePowerShell, decodeText } from '../../src/read/text-encoding.ts';

it.each([
  ['UTF-8', Buffer.from('Ä'), 'Ä'],
  ['UTF-8 with its mark', Buffer.from('\ufeffÄ'), 'Ä'],
  ['UTF-16 LE with its mark', Buffer.from('\ufeffÄ', 'utf16le'), 'Ä'],
  ['UTF-16 BE with its mark', Buffer.from('\ufeffÄ', 'utf16le').swap16(), 'Ä'],
  ['UTF-32 LE with its mark', Buffer.from('fffe0000c4000000', 'hex'), 'Ä'],
  ['UTF-32 BE with its mark', Buffer.from('0000feff0001f600', 'hex'), '\u{1F600}'],
  ['UTF-16 LE without a mark', Buffer.from('ab', 'utf16le'), 'ab'],
  ['what is none of them, as PowerShell 7 does', Buffer.from([0x41, 0xa9]), 'A\ufffd'],
  ['nothing', Buffer.alloc(0), ''],
])('reads %s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text);
});

it('takes UTF-16 without a mark for UTF-8 where PowerShell would', () => {
  expect(decodePowerShell(Buffer.from('ab', 'utf16le'))).toBe('a\0b\0');
});
