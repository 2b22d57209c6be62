/**
 * The gateway as a user starts it, for real clients: a clone of the sample gallery with keys made on the command line, built
 * without a site, served by a process of its own that takes pushes.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadePackage, packMade } from './made-package.ts';
import { runVerb } from './run-verb.ts';
import { findFreePort } from './serve-gallery.ts';
import { startServeProcess } from './serve-process.ts';
import { SAMPLE_INDEX } from './served-samples.ts';
import { makeLastingTempDir, removeTempDir } from './temp-dir.ts';

export interface ClientGateway {
  /** With a trailing slash. */
  readonly url: string;
  /** A folder of the test's own. */
  readonly folder: string;
  /** The key of a publisher of its own each time, since a publisher may push few new ids at once. It may push and unlist. */
  readonly nextKey: () => string;
  /** May read, which counts where the gallery is private. */
  readonly readKey: string;
  /** A package in a file, as a publisher has it. */
  readonly pack: (made: MadePackage) => Promise<string>;
  /** Looks again until a request to the address answers as it is to. */
  readonly waitFor: (path: string, isIt: (text: string) => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ClientGatewayOptions {
  readonly isPrivate?: boolean;
  /** Lines below `policy:` of gallery.yaml. */
  readonly policy?: readonly string[];
}

const PUBLISHERS = Array.from({ length: 10 }, (_, index) => `publisher-${index}`);
/** A push is found within seconds; a busy machine may take longer. */
const WAIT_MS = 30_000;
const LOOK_MS = 200;

export async function startClientGateway(options: ClientGatewayOptions = {}): Promise<ClientGateway> {
  const folder = await makeLastingTempDir();
  const origin = join(folder, 'origin');
  cpSync(SAMPLE_INDEX, join(origin, 'packages-index'), { recursive: true });
  const settings = join(origin, 'packages-index/gallery.yaml');
  const policy = ['newPublisherWaitHours: 0', ...(options.policy ?? [])]
    .map((line) => `  ${line}\n`)
    .join('');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('policy:\n', `policy:\n${policy}`));
  const keys: string[] = [];
  for (const owner of PUBLISHERS) keys.push(await makeKey(origin, owner, 'push-new,push-version,unlist'));
  const readKey = await makeKey(origin, 'reader', 'read');
  git(origin, 'init', '--quiet', '--initial-branch', 'main');
  git(origin, 'add', '.');
  git(origin, '-c', 'user.name=Somebody', '-c', 'user.email=me@example.org', 'commit', '-qm', 'Begin');
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', origin, clone]);

  const port = await findFreePort();
  const places = [...['--index', join(clone, 'packages-index')], ...['--cache', join(folder, 'cache')]];
  const dist = join(folder, 'dist');
  const site = `http://127.0.0.1:${port}/`;
  const build = await runVerb('build', ...places, '--out', dist, '--site-url', site, '--no-site');
  if (build.code !== 0) throw new Error(build.err);
  const served = await startServeProcess([
    ...['--port', String(port), '--dir', dist, ...places, '--push', '--log', 'text'],
    ...(options.isPrivate ? ['--private'] : []),
  ]);
  let file = 0;
  return {
    url: site,
    folder,
    nextKey: () => {
      const key = keys.shift();
      if (key === undefined) throw new Error('every publisher has pushed; make more of them');
      return key;
    },
    readKey,
    pack: async (made) => {
      const path = join(folder, 'made', String((file += 1)), `${made.id}.${made.version}.nupkg`);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, await packMade(made));
      return path;
    },
    waitFor: async (path, isIt) => {
      const end = performance.now() + WAIT_MS;
      let text = '';
      while (performance.now() < end) {
        const headers = { authorization: `Basic ${btoa(`any:${readKey}`)}` };
        text = await (await fetch(site + path, { headers })).text();
        if (isIt(text)) return;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      throw new Error(`${path} never answered so:\n${text.slice(0, 1000)}\n${served.err()}`);
    },
    close: async () => {
      await served.kill();
      await removeTempDir(folder);
    },
  };
}

async function makeKey(origin: string, owner: string, scope: string): Promise<string> {
  const ids = scope === 'read' ? [] : ['--ids', '*'];
  const index = join(origin, 'packages-index');
  const made = await runVerb(
    ...['keys', 'new', '--kind', 'bearer', '--owner', owner, '--scope', scope, ...ids, '--index', index],
  );
  if (made.code !== 0) throw new Error(made.err);
  return made.out.trim();
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' });
}
