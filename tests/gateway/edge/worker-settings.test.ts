import { describe, expect, it } from 'vitest';
import { parseWorkerSettings } from '../../../src/gateway/edge/worker-settings.ts';

const ZEROS = '0'.repeat(64);
const ONES = `${'0'.repeat(62)}ff`;

describe('the settings of a worker', () => {
  it('make a public gallery at the root when there are none', () => {
    expect(parseWorkerSettings({})).toEqual({
      ok: true,
      value: { base: '/', readerDigests: undefined, isLogWanted: false, pushUrl: undefined },
    });
  });

  it('are read', () => {
    const settings = parseWorkerSettings({
      BASE: '/repo/',
      READ_KEY_SHA256: `${ZEROS}, ${ONES}`,
      LOG: 'json',
      PUSH_URL: 'https://push.example/gallery',
    });
    const [zeros, ones] = [new Uint8Array(32), new Uint8Array(32).fill(255, 31)];
    expect(settings).toEqual({
      ok: true,
      value: {
        base: '/repo/',
        readerDigests: [zeros, ones],
        isLogWanted: true,
        pushUrl: 'https://push.example/gallery',
      },
    });
  });

  it.each([
    ['BASE', 'repo'],
    ['BASE', ''],
    ['BASE', 7],
    ['LOG', 'text'],
    ['LOG', true],
    ['PUSH_URL', 'push.example'],
    ['PUSH_URL', 'javascript:alert(1)'],
    ['PUSH_URL', 'https://user:secret@push.example/'],
    ['READ_KEY_SHA256', ''],
    ['READ_KEY_SHA256', ' '],
    ['READ_KEY_SHA256', 'correct-horse-battery-staple'],
    ['READ_KEY_SHA256', ZEROS.slice(1)],
    ['READ_KEY_SHA256', `${ZEROS},`],
    ['READ_KEY_SHA256', ONES.toUpperCase()],
    ['READ_KEY_SHA256', null],
    ['READ_KEY_SHA256', [ZEROS]],
  ])('are of no use with %s = %j, and do not tell it', (name, value) => {
    const settings = parseWorkerSettings({ [name]: value });
    expect(settings.ok || settings.problem).toContain(name);
    if (typeof value === 'string' && value.length > 4) {
      expect(settings.ok || settings.problem).not.toContain(value);
    }
  });
});
