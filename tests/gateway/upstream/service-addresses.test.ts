import { describe, expect, it } from 'vitest';
import { openServiceAddresses } from '../../../src/gateway/upstream/service-addresses.ts';
import type { UpstreamAnswer } from '../../../src/gateway/upstream/upstream-fetch.ts';

const SOURCE = { kind: 'v3', url: 'https://up.example/v3/index.json', origin: 'https://up.example' } as const;

function indexOf(...resources: readonly (readonly [type: string, address: string])[]): string {
  return JSON.stringify({
    version: '3.0.0',
    resources: resources.map(([type, address]) => ({ '@id': address, '@type': type })),
  });
}

const answerOf = (text: string, status = 200): UpstreamAnswer => ({
  kind: 'answer',
  status,
  body: new TextEncoder().encode(text),
});

function open(answers: readonly UpstreamAnswer[]) {
  const state = { nowMs: 0, asked: 0, told: [] as string[] };
  const addresses = openServiceAddresses(
    async () => answers[Math.min(state.asked++, answers.length - 1)] ?? answerOf(''),
    () => state.nowMs,
    ({ detail }) => state.told.push(detail),
  );
  return { state, addresses: () => addresses(SOURCE) };
}

const GOOD = answerOf(
  indexOf(
    ['PackageBaseAddress/3.0.0', 'https://up.example/flat'],
    ['RegistrationsBaseUrl', 'https://up.example/reg1/'],
    ['RegistrationsBaseUrl/3.6.0', 'https://up.example/reg-semver2/'],
    ['RegistrationsBaseUrl/Versioned', 'https://up.example/reg-versioned/'],
  ),
);

describe('the addresses of another gallery', () => {
  it('are those that each client would take', async () => {
    expect(await open([GOOD]).addresses()).toEqual({
      flatContainer: 'https://up.example/flat/',
      registration: 'https://up.example/reg-versioned/',
      registrationExact: 'https://up.example/reg-semver2/',
    });
  });

  it('are never on a host that nobody named', async () => {
    const index = indexOf(
      ['PackageBaseAddress/3.0.0', 'https://evil.example/flat/'],
      ['RegistrationsBaseUrl/3.6.0', 'http://up.example/reg/'],
      ['RegistrationsBaseUrl/3.4.0', 'https://up.example@evil.example/reg/'],
      ['RegistrationsBaseUrl/3.0.0-rc', 'https://user@up.example/reg/'],
      ['RegistrationsBaseUrl/3.0.0-beta', 'https://up.example:444/reg/'],
      ['RegistrationsBaseUrl', 'https://up.example/reg/?to=evil'],
    );
    expect(await open([answerOf(index)]).addresses()).toEqual({});
  });

  it('are asked for once an hour, by one request however many wait', async () => {
    const { state, addresses } = open([GOOD]);
    await Promise.all([addresses(), addresses(), addresses()]);
    expect(state.asked).toBe(1);
    state.nowMs = 3_599_999;
    await addresses();
    expect(state.asked).toBe(1);
    state.nowMs = 3_600_000;
    await addresses();
    expect(state.asked).toBe(2);
  });

  it.each<[UpstreamAnswer, string]>([
    [answerOf('<html>'), 'no JSON'],
    [answerOf('{"resources":[]}'), 'other JSON'],
    [answerOf('down', 503), 'answered with 503'],
    [{ kind: 'none', problem: 'it redirects elsewhere' }, 'it redirects elsewhere'],
  ])('are not there for a minute when they cannot be read', async (bad, words) => {
    const { state, addresses } = open([bad, GOOD]);
    expect(await addresses()).toBeUndefined();
    state.nowMs = 59_999;
    expect(await addresses()).toBeUndefined();
    expect([state.asked, state.told.length]).toEqual([1, 1]);
    expect(state.told[0]).toContain(words);
    state.nowMs = 60_000;
    expect(await addresses()).toBeDefined();
  });
});
