import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/domain/finding.ts';
import { GalleryError } from '../../../src/domain/gallery-error.ts';
import { findingOf } from '../../../src/domain/rule.ts';
import { type BodySlots, createBodySlots } from '../../../src/gateway/push/body-slots.ts';
import { createKeyThrottle } from '../../../src/gateway/push/key-throttle.ts';
import { answerPush, type PushContext, type PushEvent } from '../../../src/gateway/push/push-routes.ts';
import { parsePushTarget } from '../../../src/gateway/push/push-target.ts';
import type { AskedListing, AskedPublish, PushDoor, PushOutcome } from '../../../src/gateway/push-door.ts';
import { dependencyAbsent } from '../../../src/rules/dependency-absent.ts';
import { keyRefused } from '../../../src/rules/key-refused.ts';
import { metaDescriptionMissing } from '../../../src/rules/meta-description-missing.ts';
import { packageTooLarge } from '../../../src/rules/package-too-large.ts';
import { publishIdUnknown } from '../../../src/rules/publish-id-unknown.ts';
import { publishNotOwner } from '../../../src/rules/publish-not-owner.ts';
import { publishRate } from '../../../src/rules/publish-rate.ts';
import { publishVersionExists } from '../../../src/rules/publish-version-exists.ts';
import { GATEWAY_KEYS, KEY_TEXTS, NOW_MS, UNKNOWN_KEY } from '../../support/gateway-keys.ts';
import fc from '../../support/laws.ts';
import { deleteRequest, type PushClient } from '../../support/push-bodies.ts';
import {
  byDotnet,
  CLIENTS,
  PACKAGE,
  type PushBody,
  samplePush,
  streamOf,
} from '../../support/push-samples.ts';

const SENTENCE =
  'The specified API key is invalid or does not have permission to access the specified package.';
const PLACE = { file: 'request' };
const NAMED = { id: 'Contoso.Tools', version: '1.0.0' };
const DONE: PushOutcome = { kind: 'done', findings: [], commit: 'c0ffee', ...NAMED };
const LISTING = '/api/v2/package/Contoso.Tools/1.0.0';

interface Setting {
  readonly outcome?: PushOutcome | Error;
  readonly context?: Partial<PushContext>;
}

/** A gateway whose door says what it is told to, and writes down what it was asked. */
function makeGateway({ outcome = DONE, context = {} }: Setting = {}) {
  const published: AskedPublish[] = [];
  const listings: AskedListing[] = [];
  const events: PushEvent[] = [];
  const answer = async () => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const door: PushDoor = {
    keys: async () => GATEWAY_KEYS,
    maxPackageBytes: async () => 1000,
    publish: (asked) => {
      published.push(asked);
      return answer();
    },
    setListing: (asked) => {
      listings.push(asked);
      return answer();
    },
  };
  const whole: PushContext = {
    door,
    nowMs: NOW_MS,
    requestId: 'r1',
    address: '192.0.2.1',
    throttle: createKeyThrottle(),
    slots: createBodySlots({ atOnce: 2, atOnceEach: 2, waiting: 2, waitingEach: 2 }),
    lingerBytes: 0,
    deadline: () => new AbortController().signal,
    tell: (event) => events.push(event),
    ...context,
  };
  const send = (request: Request) => {
    const target = parsePushTarget(request.method, new URL(request.url).pathname);
    if (!target) throw new Error('no address for a push');
    return answerPush(request, target, whole);
  };
  return { published, listings, events, send };
}

const push = (key: string, body: PushBody = byDotnet(PACKAGE), headers: Record<string, string> = {}) =>
  samplePush(body, { ...(key !== '' && { 'x-nuget-apikey': key }), ...headers });
const list = (method: 'DELETE' | 'POST', key: string, path = LISTING) =>
  new Request(`https://gallery.example${path}`, { method, headers: { 'x-nuget-apikey': key } });
const refused = (...findings: readonly Finding[]): PushOutcome => ({ kind: 'refused', findings });

/** All that a client can see. */
async function seen(response: Response): Promise<string> {
  const { status, statusText, headers } = response;
  return JSON.stringify([status, statusText, [...headers], await response.text()]);
}

describe('a push', () => {
  it.each(CLIENTS)('by %s reaches the door byte for byte, with whoever sent it', async (_, make) => {
    const { send, published } = makeGateway();
    const response = await send(push(KEY_TEXTS.all, make(PACKAGE)));
    expect(response.status).toBe(201);
    expect(await response.text()).toBe('Contoso.Tools 1.0.0 is published.\n');
    const [asked] = published;
    expect(asked && Buffer.from(asked.bytes)).toEqual(Buffer.from(PACKAGE));
    expect(asked).toMatchObject({
      requestId: 'r1',
      authorized: { publisher: 'contoso', proof: { keyId: 'all' } },
    });
  });

  it('tells warnings of what it took in a header, in ASCII', async () => {
    const findings = [
      findingOf(dependencyAbsent, PLACE, dependencyAbsent.example),
      findingOf(metaDescriptionMissing, PLACE, metaDescriptionMissing.example),
    ].map((finding) => ({ ...finding, severity: 'warning' as const }));
    const { send } = makeGateway({ outcome: { ...DONE, findings } });
    const response = await send(push(KEY_TEXTS.all));
    expect(response.status).toBe(201);
    expect(response.headers.get('x-nuget-warning')).toMatch(
      /^DEPENDENCY_ABSENT: [ -~]+META_DESCRIPTION_MISSING: [ -~]+$/,
    );
    expect(await response.text()).toMatch(/is published\.\n\nrequest: warning DEPENDENCY_ABSENT: /);
  });

  it('that waits for a maintainer is accepted, with its address', async () => {
    const url = 'https://github.com/contoso/gallery/pull/7';
    const { send } = makeGateway({ outcome: { kind: 'proposed', findings: [], url, ...NAMED } });
    const response = await send(push(KEY_TEXTS.all, byDotnet(PACKAGE), { accept: 'application/json' }));
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(url);
    expect(response.headers.get('x-nuget-warning')).toBe(
      `Contoso.Tools 1.0.0 waits for a maintainer: ${url}`,
    );
    expect(await response.json()).toMatchObject({ status: 202, url, ...NAMED, findings: [] });
  });

  it('waits long for is told in words alone, since dotnet would wait without a word', async () => {
    const finding = findingOf(publishRate, PLACE, { ...publishRate.example, waitSeconds: 600 });
    const response = await makeGateway({ outcome: refused(finding) }).send(push(KEY_TEXTS.all));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, null]);
    expect(response.statusText).toMatch(/^PUBLISH_RATE: .*600|10 minutes/);
  });

  it.each<[number, RegExp, readonly Finding[]]>([
    [
      409,
      /^PUBLISH_VERSION_EXISTS: Version 1\.0\.0 is already in this gallery\. Raise/,
      [findingOf(publishVersionExists, PLACE, { version: '1.0.0' })],
    ],
    [
      400,
      /^\(1 of 2\) META_DESCRIPTION_MISSING: /,
      [
        { ...findingOf(dependencyAbsent, PLACE, dependencyAbsent.example), severity: 'warning' },
        findingOf(metaDescriptionMissing, PLACE, metaDescriptionMissing.example),
        findingOf(metaDescriptionMissing, PLACE, metaDescriptionMissing.example),
      ],
    ],
    [404, /^PUBLISH_ID_UNKNOWN: /, [findingOf(publishIdUnknown, PLACE, publishIdUnknown.example)]],
    [413, /^PACKAGE_TOO_LARGE: /, [findingOf(packageTooLarge, PLACE, packageTooLarge.example)]],
    [429, /^PUBLISH_RATE: /, [findingOf(publishRate, PLACE, { ...publishRate.example, waitSeconds: 42 })]],
    [403, /^The specified API key is invalid/, [findingOf(keyRefused, PLACE, {})]],
    [403, /^The specified API key is invalid/, [findingOf(publishNotOwner, PLACE, publishNotOwner.example)]],
    [400, /^$/, []],
  ])('that the door refuses is answered with %i and a reason like %s', async (status, reason, findings) => {
    const { send, events } = makeGateway({ outcome: refused(...findings) });
    const response = await send(push(KEY_TEXTS.all));
    expect(response.status).toBe(status);
    expect(response.statusText).toMatch(reason);
    expect(response.statusText).toMatch(/^[ -~]{0,400}$/);
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '42' : null);
    expect(response.headers.get('x-nuget-warning')).toBeNull();
    expect(events).toMatchObject([
      { kind: 'refused', status, keyId: 'all', codes: findings.map(({ code }) => code) },
    ]);
  });

  it('is answered in JSON to those who ask for it', async () => {
    const finding = findingOf(publishVersionExists, PLACE, { version: '1.0.0' });
    const { send } = makeGateway({ outcome: refused(finding) });
    const response = await send(push(KEY_TEXTS.all, byDotnet(PACKAGE), { accept: 'application/json' }));
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      status: 409,
      findings: [
        { code: 'PUBLISH_VERSION_EXISTS', severity: 'error', remedy: 'Raise the version and pack again.' },
      ],
    });
  });

  it('without a package never reaches the door', async () => {
    const { send, published } = makeGateway();
    const response = await send(push(KEY_TEXTS.all, { ...byDotnet(PACKAGE), contentType: 'text/plain' }));
    expect(response.status).toBe(400);
    expect(response.statusText).toMatch(
      /^REQUEST_BODY: The body of the request cannot be taken: its Content-Type/,
    );
    expect(published).toEqual([]);
  });

  it('to a door that is closed is to be sent again, and says nothing of the machine', async () => {
    const error = new GalleryError('INDEX_LOCKED', 'canary-path is locked', 'canary-hint');
    const { send, events } = makeGateway({ outcome: error });
    const response = await send(push(KEY_TEXTS.all));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(events).toEqual([{ kind: 'failed', error }]);
    expect(await seen(response)).not.toContain('canary');
  });

  it('to a door with a defect throws, and gives its place back', async () => {
    const slots = createBodySlots({ atOnce: 1, atOnceEach: 1, waiting: 0, waitingEach: 0 });
    const { send } = makeGateway({ outcome: new TypeError('defect'), context: { slots } });
    for (let count = 0; count < 2; count++) await expect(send(push(KEY_TEXTS.all))).rejects.toThrow('defect');
  });
});

describe('unlisting and relisting', () => {
  it.each<['DELETE' | 'POST', number, string, boolean]>([
    ['DELETE', 204, '', false],
    ['POST', 200, 'Contoso.Tools 1.0.0 is listed.\n', true],
  ])('by %s is answered with %i', async (method, status, text, listed) => {
    const { send, listings } = makeGateway();
    const response = await send(list(method, KEY_TEXTS.unlister));
    expect([response.status, await response.text()]).toEqual([status, text]);
    expect(listings).toMatchObject([
      { ...NAMED, listed, requestId: 'r1', authorized: { publisher: 'contoso' } },
    ]);
  });

  it.each<[Exclude<PushClient, 'psresourceget'>, string]>([
    ['dotnet', '/api/v2/package/Contoso.Tools/1.0.0'],
    ['nuget-5', '/api/v2/package/Contoso.Tools/1.0.0'],
    ['nuget-2', '/api/v2/Contoso.Tools/1.0.0'],
    ['curl', '/api/v2/package/contoso.tools/1.0'],
  ])('is understood as %s asks for it, at %s', async (client, path) => {
    const { send, listings } = makeGateway();
    const request = new Request(`https://gallery.example${path}`, deleteRequest(client, KEY_TEXTS.unlister));
    expect((await send(request)).status).toBe(204);
    expect(listings).toMatchObject([{ listed: false }]);
  });

  it('of what is no package is refused to those who may unlist', async () => {
    const { send, listings } = makeGateway();
    const response = await send(list('DELETE', KEY_TEXTS.all, '/api/v2/package/..%2fx/1.0.0'));
    expect(response.status).toBe(400);
    expect(response.statusText).toMatch(/^NAME_GRAMMAR: \.\.\/x is not an id/);
    expect(listings).toEqual([]);
  });
});

describe('a key', () => {
  it('is needed, and nobody is asked for a name and a password', async () => {
    const { send, events } = makeGateway();
    const response = await send(push(''));
    expect(response.status).toBe(401);
    expect(response.statusText).toMatch(/^An API key is needed: send it in the header X-NuGet-ApiKey/);
    expect(response.headers.get('www-authenticate')).toBe('ApiKey realm="pwshelf"');
    expect(events).toEqual([{ kind: 'refused', status: 401, reason: 'no-proof', codes: [] }]);
  });

  it('that does not do is refused in one way, whatever is wrong with it', async () => {
    const wrong = [
      push(UNKNOWN_KEY),
      push(KEY_TEXTS.expired),
      push(KEY_TEXTS.revoked),
      push(KEY_TEXTS.early),
      push(KEY_TEXTS.unlister),
      push(KEY_TEXTS.reader),
      push('x'),
      push('pipeline'),
      list('DELETE', UNKNOWN_KEY),
      list('DELETE', KEY_TEXTS.expired),
      list('DELETE', KEY_TEXTS.other),
      list('DELETE', KEY_TEXTS.versions),
      list('POST', KEY_TEXTS.reader),
      list('DELETE', UNKNOWN_KEY, '/api/v2/package/..%2fx/1.0.0'),
      list('DELETE', KEY_TEXTS.versions, '/api/v2/package/..%2fx/1.0.0'),
    ];
    const { send, published, listings, events } = makeGateway({
      context: { throttle: createKeyThrottle({ refusals: 100, windowMs: 1, maxAddresses: 1 }) },
    });
    const answers = new Set<string>();
    for (const request of wrong) answers.add(await seen(await send(request)));
    const atTheDoor = makeGateway({
      outcome: refused(findingOf(publishNotOwner, PLACE, publishNotOwner.example)),
    });
    answers.add(await seen(await atTheDoor.send(push(KEY_TEXTS.all))));
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain(`[403,"${SENTENCE}",`);
    expect([published, listings]).toEqual([[], []]);
    expect(events.map((event) => event.kind === 'refused' && event.reason)).toEqual([
      ...['key-unknown', 'key-expired', 'key-revoked', 'key-not-yet', 'scope-missing', 'scope-missing'],
      ...['key-unknown', 'key-unknown', 'key-unknown', 'key-expired', 'id-out-of-reach', 'scope-missing'],
      ...['id-out-of-reach', 'key-unknown', 'scope-missing'],
    ]);
  });

  it.each([
    ['id-out-of-reach', findingOf(keyRefused, PLACE, {})],
    [undefined, findingOf(publishNotOwner, PLACE, publishNotOwner.example)],
  ] as const)('that the door refuses is told of with its reason, %s', async (reason, finding) => {
    const { send, events } = makeGateway({ outcome: { ...refused(finding), ...(reason && { reason }) } });
    await send(push(KEY_TEXTS.all));
    expect(events).toEqual([
      { kind: 'refused', status: 403, ...(reason && { reason }), codes: [finding.code], keyId: 'all' },
    ]);
  });

  it.each([
    ['none', '', 401],
    ['an unknown one', UNKNOWN_KEY, 403],
    ['an expired one', KEY_TEXTS.expired, 403],
    ['one for reading', KEY_TEXTS.reader, 403],
  ])('%s has no byte of its body read', async (_, key, status) => {
    let pulled = 0;
    const stream = new ReadableStream({ pull: () => void (pulled += 1) }, { highWaterMark: 0 });
    const { send } = makeGateway();
    const headers = { ...(key !== '' && { 'x-nuget-apikey': key }) };
    const response = await send(samplePush(byDotnet(PACKAGE), headers, { body: stream } as object));
    expect([response.status, pulled]).toEqual([status, 0]);
  });

  it('that does not do lets the body pass by unread, where clients would not see the answer else', async () => {
    let pulled = 0;
    const stream = () =>
      new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            pulled += 1000;
            controller.enqueue(new Uint8Array(1000));
          },
        },
        { highWaterMark: 0 },
      );
    const { send, published } = makeGateway({ context: { lingerBytes: 5000 } });
    const headers = { 'x-nuget-apikey': UNKNOWN_KEY };
    const ask = (more: object) =>
      send(samplePush({ ...byDotnet(PACKAGE), ...more }, headers, { body: stream() } as object));
    expect([(await ask({})).status, pulled]).toEqual([403, 5000]);
    pulled = 0;
    const known = { ...headers, 'content-length': '5001' };
    await send(samplePush(byDotnet(PACKAGE), known, { body: stream() } as object));
    expect(pulled).toBe(0);
    for (let count = 0; count < 30; count++) await send(push(UNKNOWN_KEY));
    expect([(await ask({})).status, pulled]).toEqual([429, 0]);
    expect(published).toEqual([]);
  });

  it('that is wrong too often from one address is told to wait, and one that counts is taken still', async () => {
    const { send } = makeGateway();
    for (let count = 0; count < 20; count++) expect((await send(push(UNKNOWN_KEY))).status).toBe(403);
    const answers = new Set<string>();
    for (const key of [UNKNOWN_KEY, KEY_TEXTS.expired, KEY_TEXTS.unlister]) {
      answers.add(await seen(await send(push(key))));
    }
    expect(answers.size).toBe(1);
    const response = await send(push(UNKNOWN_KEY));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '600']);
    expect((await send(push(KEY_TEXTS.all))).status).toBe(201);
  });

  it('is in no answer, no event and no thrown message', async () => {
    const outcomes: readonly (PushOutcome | Error)[] = [
      DONE,
      refused(findingOf(publishVersionExists, PLACE, { version: '1.0.0' })),
      new GalleryError('X', 'y', 'z'),
    ];
    const keys = [...Object.values(KEY_TEXTS), UNKNOWN_KEY];
    for (const outcome of outcomes) {
      for (const key of keys) {
        for (const request of [
          push(key),
          push(key, { ...byDotnet(PACKAGE), contentType: 'x' }),
          list('DELETE', key),
        ]) {
          const { send, events } = makeGateway({ outcome });
          const all = (await seen(await send(request))) + JSON.stringify(events);
          expect(all).not.toContain(key);
          expect(all).not.toContain(key.slice(4, 24));
        }
      }
    }
  });
});

describe('many at once', () => {
  it('wait for a place, and are told to come again when too many wait', async () => {
    const places = createBodySlots({ atOnce: 1, atOnceEach: 1, waiting: 1, waitingEach: 1 });
    let haveTwoCome = () => {};
    const twoHaveCome = new Promise<void>((resolve) => {
      haveTwoCome = resolve;
    });
    let came = 0;
    const slots: BodySlots = {
      take: (publisher, signal) => {
        const place = places.take(publisher, signal);
        came += 1;
        if (came === 2) haveTwoCome();
        return place;
      },
    };
    const { send, published } = makeGateway({ context: { slots } });
    let finish = () => {};
    const slow = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Uint8Array.from(byDotnet(PACKAGE).bytes));
        finish = () => controller.close();
      },
    });
    const key = { 'x-nuget-apikey': KEY_TEXTS.all };
    const first = send(samplePush(byDotnet(PACKAGE), key, { body: slow } as object));
    const second = send(push(KEY_TEXTS.all));
    await twoHaveCome;
    const third = await send(push(KEY_TEXTS.all));
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5']);
    expect(published).toEqual([]);
    finish();
    expect([(await first).status, (await second).status]).toEqual([201, 201]);
  });
});

describe('a damaged push', () => {
  it.each(CLIENTS)('of %s is answered with 400, or holds the package whole', async (_, make) => {
    const { contentType, bytes } = make(PACKAGE);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.array(fc.nat(bytes.length), { maxLength: 3 }),
        async (end, cuts) => {
          const sent = bytes.subarray(0, end);
          const at = [0, ...cuts.map((cut) => Math.min(cut, end)).sort((a, b) => a - b), end];
          const chunks = at.slice(1).map((to, index) => sent.subarray(at[index], to));
          const { send, published } = makeGateway();
          const headers = { 'x-nuget-apikey': KEY_TEXTS.all, 'content-length': String(bytes.length) };
          const whole = { contentType, bytes: sent, hasLength: false };
          const response = await send(samplePush(whole, headers, { body: streamOf(chunks) } as object));
          expect(response.status).toBe(end === bytes.length ? 201 : 400);
          expect(published.map((asked) => Buffer.from(asked.bytes))).toEqual(
            end === bytes.length ? [Buffer.from(PACKAGE)] : [],
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
