/** A gallery's repository with a clone of it that is checked out, as a server has one that takes pushes; and its door. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createIndexDoor, type IndexDoor, type IndexDoorOptions } from '../../src/gateway/node/index-door.ts';
import type { PushOutcome } from '../../src/gateway/push-door.ts';
import { loadGallery } from '../../src/io/load-gallery.ts';
import type { Authorized } from '../../src/publish/keys/authorize.ts';
import type { FakeGitHub } from './fake-github.ts';
import { type MadePackage, packMade } from './made-package.ts';
import { makeRequestGallery, NOW, type RequestGallery } from './request-gallery.ts';
import { makeLastingTempDir, removeTempDir } from './temp-dir.ts';

const KEY_IDS = ['ada-ci', 'grace-ci', 'newcomer-ci'] as const;
export type KeyId = (typeof KEY_IDS)[number];

export const COMMITTER = { name: 'Gallery', email: 'gallery@example.org' };

const KEYS = `keys:
${KEY_IDS.map(
  (id) => `  - id: ${id}
    owner: ${id.replace('-ci', '')}
    kind: hmac
    scopes: [push-new, push-version, unlist]
    ids: ['*']
    created: 2026-01-01T00:00:00Z
    expires: 2026-12-01T00:00:00Z
`,
).join('')}`;

export interface PushClone extends RequestGallery {
  readonly top: string;
  readonly indexDir: string;
  readonly door: IndexDoor;
  readonly log: string[];
  readonly landed: string[];
  /** In the clone. */
  readonly run: (...args: readonly string[]) => string;
  readonly push: (made: MadePackage, as?: Authorized) => Promise<PushOutcome>;
  readonly setListing: (
    id: string,
    version: string,
    listed: boolean,
    as?: Authorized,
  ) => Promise<PushOutcome>;
  readonly close: () => Promise<void>;
}

export function keyOf(
  keyId: KeyId = 'ada-ci',
  scopes: Authorized['grants'][number]['scopes'] = ['push-new', 'push-version', 'unlist'],
): Authorized {
  return {
    publisher: keyId.replace('-ci', ''),
    proof: { kind: 'key', keyId },
    grants: [{ scopes, ids: ['*'] }],
  };
}

/** @param policy  lines below `policy:` of gallery.yaml */
export async function makePushClone(
  options: Partial<IndexDoorOptions> | ((github: FakeGitHub) => Partial<IndexDoorOptions>) = {},
  policy: readonly string[] = [],
): Promise<PushClone> {
  const folder = await makeLastingTempDir();
  const gallery = await makeRequestGallery(NOW, folder);
  const settings = gallery.git('show', 'main:packages-index/gallery.yaml');
  const lines = policy.length === 0 ? '' : `policy:\n${policy.map((line) => `  ${line}\n`).join('')}`;
  gallery.commit('refs/heads/main', 'main', [
    { path: 'packages-index/gallery.yaml', content: settings + lines },
    { path: 'packages-index/keys.yaml', content: KEYS },
  ]);
  const top = join(folder, 'served');
  execFileSync('git', ['clone', '--quiet', gallery.gitDir, top]);
  for (const [name, value] of [
    ['user.name', 'Somebody'],
    ['user.email', 'somebody@example.org'],
  ] as const)
    execFileSync('git', ['-C', top, 'config', name, value]);
  const indexDir = join(top, 'packages-index');
  const log: string[] = [];
  const landed: string[] = [];
  let minute = 0;
  const door = await createIndexDoor({
    indexDir,
    cacheDir: undefined,
    mode: 'clone',
    committer: COMMITTER,
    // So far apart that nobody publishes too fast.
    now: () => new Date(Date.parse(NOW) + (minute += 1) * 600_000).toISOString().replace('.000', ''),
    onLanded: ({ id, version }) => landed.push(`${id} ${version}`),
    log: (line) => log.push(line),
    ...(typeof options === 'function' ? options(gallery.github) : options),
  });
  let request = 0;
  const requestId = () => `request-${(request += 1)}`;
  return {
    ...gallery,
    top,
    indexDir,
    door,
    log,
    landed,
    run: (...args) => execFileSync('git', ['-C', top, ...args], { encoding: 'utf8' }).trim(),
    push: async (made, authorized = keyOf()) =>
      door.publish({ authorized, bytes: await packMade(made), requestId: requestId() }),
    setListing: (id, version, listed, authorized = keyOf()) =>
      door.setListing({ authorized, id, version, listed, requestId: requestId() }),
    close: async () => {
      await door.close();
      await gallery.github.close();
      await removeTempDir(folder);
    },
  };
}

export function codesOf(outcome: PushOutcome): readonly string[] {
  return outcome.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

/** `Id 1.0.0`, and `Id 1.0.0 unlisted`, of an index without errors. */
export async function versionsIn(indexDir: string): Promise<readonly string[]> {
  const { value, findings } = await loadGallery({ indexDir, cacheDir: undefined });
  if (!value) throw new Error(JSON.stringify(findings));
  return value.packages.flatMap(({ id, versions }) =>
    versions.map(({ version, isListed }) => `${id} ${version.original}${isListed ? '' : ' unlisted'}`),
  );
}
