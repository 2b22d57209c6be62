import { expect, it } from 'vitest';
import { decodeText } from '../../src/read/text-encoding.ts';

it.each([
  ['UTF-8', Buffer.from('Ä'), 'Ä'],
  ['UTF-8 with its mark', Buffer.from('\ufeffÄ'), 'Ä'],
  ['UTF-16 LE with its mark', Buffer.from('\ufeffÄ', 'utf16le'), 'Ä'],
  ['UTF-16 BE with its mark', Buffer.from('\ufeffÄ', 'utf16le').swap16(), 'Ä'],
  ['UTF-16 LE without a mark', Buffer.from('ab', 'utf16le'), 'ab'],
  ['what is none of them, as PowerShell 7 does', Buffer.from([0x41, 0xa9]), 'A\ufffd'],
  ['nothing', Buffer.alloc(0), ''],
])('reads %s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text);
});
