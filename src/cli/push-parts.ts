/** `--push`: packages that clients push become commits of the index, and the gallery is built after each. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GalleryError } from '../domain/gallery-error.ts';
import type { IndexDoor, IndexDoorOptions } from '../gateway/node/index-door.ts';
import { createIndexDoor } from '../gateway/node/index-door.ts';
import type { GatewayParts } from '../gateway/parts.ts';
import { createBodySlots } from '../gateway/push/body-slots.ts';
import type { KeyThrottle } from '../gateway/push/key-throttle.ts';
import { answerPush, type PushEvent } from '../gateway/push/push-routes.ts';
import { parsePushTarget } from '../gateway/push/push-target.ts';
import { textAnswer } from '../gateway/text-answer.ts';
import { listIndexFiles } from '../io/index-files.ts';
import { openKeysSource } from '../io/keys-source.ts';
import { loadSettings } from '../io/load-records.ts';
import { nowToTheSecond } from '../io/now.ts';
import { cacheDirOf } from './cache-dir.ts';
import { PUSH_MODES } from './gateway-options.ts';
import type { PartsContext } from './gateway-parts.ts';
import { indexDirOf } from './verb.ts';

/** Packages in memory at a time: each may have nearly a hundred megabytes. */
const SLOTS = { atOnce: 3, atOnceEach: 2, waiting: 100, waitingEach: 50 };
/** A package over a slow line takes its time; a small one does not need that of a large one. */
const BODY = { leastMs: 30_000, mostMs: 300_000, bytesAMs: 400 };
/** .NET's clients read an answer only after they have sent everything. */
const LINGER_BYTES = 200_000_000;
const COMMITTER = { name: 'pwshelf gateway', email: 'pwshelf@localhost' };
const PROGRAM = join(fileURLToPath(new URL('../..', import.meta.url)), 'scripts/pwshelf.ts');

export interface PushParts {
  readonly door: IndexDoor;
  readonly push: NonNullable<GatewayParts['push']>;
}

/**
 * Undefined without --push.
 * @throws GalleryError when pushes have nowhere to land
 */
export async function pushParts(
  context: PartsContext,
  siteUrl: string,
  throttle: KeyThrottle,
): Promise<PushParts | undefined> {
  const mode = PUSH_MODES.find((one) => one === context.args.text('push'));
  if (mode === undefined) return undefined;
  const door = await createIndexDoor(doorOptions(context, mode, siteUrl));
  // A large index takes seconds to load, and reading need not wait for that.
  tellOfKeys(door, indexDirOf(context.args), context.say).catch((error: unknown) =>
    context.say(`pushes cannot be taken yet: ${String(error)}`),
  );
  const slots = createBodySlots(SLOTS);
  const { base } = context.place;
  return {
    door,
    push: async (request, { requestId, address, noteKey }) => {
      const { pathname } = new URL(request.url);
      const target = parsePushTarget(request.method, pathname.slice(base.length - 1));
      if (!target) return textAnswer(404, NO_TARGET);
      return answerPush(request, target, {
        door,
        nowMs: Date.now(),
        requestId,
        address,
        throttle,
        slots,
        lingerBytes: LINGER_BYTES,
        deadline: (bytes) => AbortSignal.timeout(bodyMs(bytes)),
        noteKey,
        tell: (event) => context.say(eventLine(event, requestId)),
      });
    },
  };
}

/** A key that was made and not committed yet is refused like any that nobody knows, and the client cannot say why. */
async function tellOfKeys(door: IndexDoor, indexDir: string, say: PartsContext['say']): Promise<void> {
  const committed = await door.keys();
  const isPushKey = (key: (typeof committed.keys)[number]) =>
    key.kind === 'bearer' && key.scopes.some((scope) => scope !== 'read');
  const onDisk = openKeysSource(indexDir, () => undefined).current();
  if (JSON.stringify(onDisk) !== JSON.stringify(committed)) {
    say('keys.yaml has changes that are not committed; a key counts once it is.');
  } else if (!committed.keys.some(isPushKey)) {
    say('nobody has a key to push with yet: `pwshelf keys new --kind bearer` makes one.');
  }
}

const NO_TARGET =
  'Packages are put to api/v2/package; DELETE and POST of api/v2/package/ID/VERSION unlist and relist a version.';

function doorOptions(
  context: PartsContext,
  mode: IndexDoorOptions['mode'],
  siteUrl: string,
): IndexDoorOptions {
  const { args, env, say } = context;
  const indexDir = indexDirOf(args);
  return {
    indexDir,
    cacheDir: cacheDirOf(args),
    mode,
    ...(mode.startsWith('github') && { github: githubOf(indexDir, env) }),
    committer: COMMITTER,
    now: nowToTheSecond,
    onLanded: ({ id, version, commit }) => say(`${id} ${version} landed in ${commit.slice(0, 12)}.`),
    build: {
      command: buildCommand(context, siteUrl),
      onBuilt: (durationMs) => say(`built in ${(durationMs / 1000).toFixed(1)} s.`),
      onFailed: (message) => say(`${message} What was there before goes on being served.`),
    },
    buildsAtStart: !context.place.isJustBuilt,
    log: say,
  };
}

function githubOf(indexDir: string, env: PartsContext['env']): NonNullable<IndexDoorOptions['github']> {
  const repository = loadSettings(listIndexFiles(indexDir)).value?.repository;
  const token = env['GITHUB_TOKEN'];
  if (repository !== undefined && token !== undefined && token !== '') {
    return { repository, token, apiUrl: env['GITHUB_API_URL'] };
  }
  throw new GalleryError(
    'GITHUB_MISSING',
    'Pushes are to land on GitHub, but it is not said where, or by whose right.',
    'Set `repository: OWNER/NAME` in gallery.yaml, and GITHUB_TOKEN to a token that may write there.',
  );
}

/** As what is served was built: with a site or without, for the same address. */
function buildCommand({ args, place }: PartsContext, siteUrl: string): [string, ...string[]] {
  const cacheDir = cacheDirOf(args);
  const overrides = args.text('overrides');
  return [
    process.execPath,
    PROGRAM,
    'build',
    ...['--index', indexDirOf(args), '--out', place.dir, '--site-url', siteUrl],
    ...(cacheDir === undefined ? ['--no-cache'] : ['--cache', cacheDir]),
    ...(overrides === undefined ? [] : ['--overrides', overrides]),
    ...(existsSync(join(place.dir, 'index.html')) ? [] : ['--no-site']),
  ];
}

function bodyMs(bytes: number): number {
  return Math.min(BODY.mostMs, Math.round(BODY.leastMs + bytes / BODY.bytesAMs));
}

function eventLine(event: PushEvent, requestId: string): string {
  if (event.kind === 'failed')
    return `request ${requestId}: ${event.error.message} ${event.error.hint ?? ''}`;
  const { status, reason, codes, keyId } = event;
  const facts = [reason, ...codes, keyId === undefined ? undefined : `key ${keyId}`];
  return `request ${requestId} refused with ${status}: ${facts.filter((fact) => fact !== undefined).join(', ')}`;
}
