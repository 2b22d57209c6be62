import { describe, expect, it } from 'vitest';
import {
  formatKeyText,
  type KeyTextProblem,
  keyTextProblemSentence,
  parseKeyText,
} from '../../../src/publish/keys/key-text.ts';
import fc from '../../support/laws.ts';

const bytes = Buffer.from('42'.repeat(32), 'hex');
const text = formatKeyText({ kind: 'hmac', bytes });

describe('the text of a key', () => {
  it('tells its kind, and is one word', () => {
    expect(text).toMatch(/^psg_[A-Za-z0-9_-]{48}$/);
    expect(formatKeyText({ kind: 'ed25519', bytes })).toMatch(/^pse_[A-Za-z0-9_-]{48}$/);
  });

  it('looks the same for a key that signs and for one that is shown to a gateway', () => {
    expect(formatKeyText({ kind: 'bearer', bytes })).toBe(text);
  });

  it('is read back', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.constantFrom('hmac' as const, 'ed25519' as const),
        (secret, kind) => {
          const read = parseKeyText(` ${formatKeyText({ kind, bytes: secret })}\r\n`);
          expect(read).toMatchObject({ ok: true, value: { kind } });
          if (read.ok) expect(Buffer.from(read.value.bytes)).toEqual(Buffer.from(secret));
        },
      ),
    );
  });

  it.each<[string, string, KeyTextProblem]>([
    ['nothing', '', 'empty'],
    ['blanks', ' \n', 'empty'],
    ['another token', `ghp_${text.slice(4)}`, 'prefix'],
    ['capitals', `PSG_${text.slice(4)}`, 'prefix'],
    ['the prefix alone', 'psg_', 'length'],
    ['one character less', text.slice(0, -1), 'length'],
    ['one character more', `${text}A`, 'length'],
    ['quotes around it', `psg_"${text.slice(4)}"`, 'characters'],
    ['a line break within', `${text.slice(0, 20)}\n${text.slice(20)}`, 'characters'],
    ['plain base64', `psg_${'+/'.repeat(24)}`, 'characters'],
    ['the prefix of the other kind', `pse_${text.slice(4)}`, 'checksum'],
  ])('with %s has the problem that is its own', (_, wrong, problem) => {
    expect(parseKeyText(wrong)).toEqual({ ok: false, problem });
  });

  it('with any one character changed is refused', () => {
    for (let at = 4; at < text.length; at++) {
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(parseKeyText(text.slice(0, at) + other + text.slice(at + 1))).toEqual({
        ok: false,
        problem: 'checksum',
      });
    }
  });

  it.each<KeyTextProblem>(['empty', 'prefix', 'characters', 'length', 'checksum'])(
    'is said to be wrong in a sentence: %s',
    (problem) => {
      expect(keyTextProblemSentence(problem)).toMatch(/^[A-Z].*\.$/);
    },
  );
});
