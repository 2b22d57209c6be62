/** A gallery that build pipelines publish to: keys of two owners, a server of files, and the real entry point in processes. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type PublishRequest, signedText } from '../../src/domain/publish-request.ts';
import { PROJECT_ROOT } from './clients.ts';
import { makeRequestGallery, NOW, type RequestGallery, TOKEN } from './request-gallery.ts';
import { makeLastingTempDir, removeTempDir } from './temp-dir.ts';

const ACTION = join(PROJECT_ROOT, 'scripts/action.ts');
const NETWORK = join(PROJECT_ROOT, 'tests/support/fake-network.ts');

/** Never to be seen anywhere. */
export const SECRETS = {
  'ada-ci': Buffer.from('canary-of-ada-canary-of-ada-0001'),
  'grace-ci': Buffer.from('canary-of-grace-canary-of-grace2'),
} as const;
export type KeyId = keyof typeof SECRETS;

export const EXPIRES = '2026-03-10T18:00:00Z';

const KEYS = `keys:
${Object.keys(SECRETS)
  .map(
    (id) => `  - id: ${id}
    owner: ${id.replace('-ci', '')}
    kind: hmac
    scopes: [push-new, push-version, unlist]
    ids: ['*']
    created: 2026-01-01T00:00:00Z
    expires: 2026-12-01T00:00:00Z
`,
  )
  .join('')}workflows: []
`;

/** Names of hosts and where they are. */
const HOSTS = {
  'files.example': ['93.184.215.14'],
  'inside.example': ['10.0.0.5'],
  'both.example': ['93.184.215.14', '169.254.169.254'],
  'other.example': ['93.184.215.15'],
};

export interface ActionRun {
  /** Undefined when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly output: string;
  readonly summary: string;
}

export interface RunOptions {
  readonly action?: string;
  /** Killed with all that it has started after this time. */
  readonly killAfterMs?: number;
  readonly now?: string;
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface PipelineGallery extends RequestGallery {
  readonly files: Map<string, Uint8Array | RequestListener>;
  /** As a dispatch brings it. */
  readonly run: (payload: unknown, options?: RunOptions) => Promise<ActionRun>;
  /** Of the branch of answers; undefined when there is none. */
  readonly answer: (request: string) => StatusFile | undefined;
  readonly close: () => Promise<void>;
}

export interface StatusFile {
  readonly state: string;
  readonly status: number;
  readonly commit?: string;
  readonly payload?: unknown;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

/** @param policy  lines below `policy:` of gallery.yaml */
export async function makePipelineGallery(policy: readonly string[] = []): Promise<PipelineGallery> {
  const folder = await makeLastingTempDir();
  const gallery = await makeRequestGallery(NOW, folder);
  const settings = gallery.git('show', 'main:packages-index/gallery.yaml');
  const hosts = Object.keys(HOSTS).filter((name) => name !== 'other.example');
  const lines = ['policy:', `  downloadHosts: [${hosts.join(', ')}]`, ...policy.map((line) => `  ${line}`)];
  gallery.commit('refs/heads/main', 'main', [
    { path: 'packages-index/gallery.yaml', content: `${settings}${lines.join('\n')}\n` },
    { path: 'packages-index/keys.yaml', content: KEYS },
  ]);
  const files = new Map<string, Uint8Array | RequestListener>();
  const { key, cert, certPath } = certificate(folder);
  const server = createServer({ key, cert }, (request, response) => {
    const found = files.get((request.url ?? '').replace(/\?.*/, ''));
    if (typeof found === 'function') found(request, response);
    else if (found) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(found);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let count = 0;

  const run = async (payload: unknown, options: RunOptions = {}): Promise<ActionRun> => {
    const place = join(folder, String((count += 1)));
    mkdirSync(place);
    const clone = join(place, 'clone');
    execFileSync('git', ['clone', '--quiet', '--no-checkout', gallery.gitDir, clone]);
    // The other end of a push does not die with this one.
    execFileSync('git', ['-C', clone, 'config', 'remote.origin.receivepack', 'setsid git-receive-pack']);
    const path = (name: string) => join(place, name);
    const event = {
      action: 'pwshelf-publish',
      client_payload: payload,
      repository: { default_branch: 'main' },
    };
    writeFileSync(path('event.json'), JSON.stringify(event));
    writeFileSync(path('output'), '');
    writeFileSync(path('summary'), '');
    const network = {
      hosts: HOSTS,
      port,
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
    };
    const child = spawn(process.execPath, ['--import', NETWORK, ACTION, options.action ?? 'receive'], {
      cwd: clone,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GITHUB_EVENT_PATH: path('event.json'),
        GITHUB_REPOSITORY: gallery.github.repository,
        GITHUB_API_URL: gallery.github.apiUrl,
        GITHUB_OUTPUT: path('output'),
        GITHUB_STEP_SUMMARY: path('summary'),
        GITHUB_RUN_ID: '4711',
        GITHUB_TOKEN: TOKEN,
        PWSHELF_NOW: options.now ?? NOW,
        PWSHELF_KEYS: Object.entries(SECRETS)
          .map(([id, secret]) => `${id}=${secret.toString('base64')}`)
          .join('\n'),
        PWSHELF_GITHUB_SECOND_MS: '1',
        NODE_EXTRA_CA_CERTS: certPath,
        FAKE_NETWORK: JSON.stringify(network),
        ...options.env,
      },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const killer =
      options.killAfterMs === undefined
        ? undefined
        : setTimeout(() => {
            if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
          }, options.killAfterMs);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(killer);
    const [output, summary] = ['output', 'summary'].map((name) => readFileSync(path(name), 'utf8'));
    return { code, out, err, output: output ?? '', summary: summary ?? '' };
  };

  return {
    ...gallery,
    files,
    run,
    answer: (request) => {
      try {
        const args = ['--git-dir', gallery.gitDir, 'show', `pwshelf-publishes:${request}.json`];
        return JSON.parse(execFileSync('git', args, { stdio: 'pipe', encoding: 'utf8' })) as StatusFile;
      } catch {
        return undefined;
      }
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await gallery.github.close();
      await removeTempDir(folder);
    },
  };
}

export function newRequest(): string {
  return randomBytes(16).toString('hex');
}

/** @param more  replaces fields before it is signed; `proof` after */
export function signed(
  keyId: KeyId,
  asked: Pick<PublishRequest, 'id' | 'version'> & Partial<PublishRequest>,
  bytes?: Uint8Array,
): PublishRequest {
  const whole = {
    request: newRequest(),
    action: 'publish' as const,
    keyId,
    expires: EXPIRES,
    ...(bytes && { sha512: createHash('sha512').update(bytes).digest('hex') }),
    ...asked,
  };
  const proof = createHmac('sha256', SECRETS[keyId])
    .update(signedText('contoso/gallery', whole))
    .digest('base64');
  return { ...whole, proof: asked.proof ?? proof };
}

function certificate(folder: string) {
  const [keyPath, certPath] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = Object.keys(HOSTS).map((name) => `DNS:${name}`);
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '30',
      ],
      ...['-subj', '/CN=files.example', '-addext', `subjectAltName=${names.join(',')}`],
      ...['-keyout', keyPath, '-out', certPath],
    ],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(keyPath), cert: readFileSync(certPath), certPath };
}
