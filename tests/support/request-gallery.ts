/**
 * A gallery in a real bare git repository, with a stand-in for GitHub before it: what requests are made to. Packages of two
 * owners and one that lost a version; see `BASE`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackageRecord, recordSchema } from '../../src/domain/record.ts';
import { formatRecord } from '../../src/publish/record-text.ts';
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts';
import { type MadePackage, packMade } from './made-package.ts';
import { makeLastingTempDir, makeTempDir } from './temp-dir.ts';

export const TOKEN = 'ghs_canarycanarycanarycanarycanary0001';
export const NOW = '2026-03-10T12:00:00Z';

/** Who has which number and which right. */
const USERS = [
  { login: 'maintainer', id: 1, permission: 'admin' },
  { login: 'helper', id: 2, permission: 'triage' },
  { login: 'ada', id: 101 },
  { login: 'grace', id: 102 },
  { login: 'newcomer', id: 103 },
  { login: 'mallory', id: 104 },
  { login: 'fabrikam', id: 105 },
  { login: 'linus_contoso', id: 106 },
  { login: 'release-bot[bot]', id: 900 },
] as const;

const SETTINGS = `title: Contoso Gallery
description: PowerShell of Contoso.
siteUrl: https://gallery.example/
repository: contoso/gallery
owners:
  - maintainer
categories:
  - id: tools
    title: Tools
prefixes:
  - pattern: Fabrikam.*
    owners:
      - fabrikam
`;

interface BaseVersion extends MadePackage {
  readonly publisher: string;
}

const BASE: readonly BaseVersion[] = [
  { id: 'Sample.Tools', version: '1.0.0', publisher: 'ada', functions: ['Get-Sample'] },
  { id: 'Sample.Tools', version: '1.1.0', publisher: 'ada', functions: ['Get-Sample', 'Set-Sample'] },
  { id: 'Other.Kit', version: '2.0.0', publisher: 'grace' },
  { id: 'Invoke-Chore', version: '1.0.0', publisher: 'grace', kind: 'script' },
];

export interface TreeEdit {
  readonly path: string;
  /** Undefined takes the file away. */
  readonly content: string | Uint8Array | undefined;
  /** Default 100644. */
  readonly mode?: string;
  /** In place of a content: the commit of a submodule. */
  readonly oid?: string;
}

let base: Promise<string> | undefined;

/** The bare repository, made once for a run and copied for each test: nobody may write into this one. */
function baseRepository(): Promise<string> {
  base ??= makeBase();
  return base;
}

async function makeBase(): Promise<string> {
  const gitDir = join(await makeLastingTempDir(), 'gallery.git');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', gitDir]);
  const edits: TreeEdit[] = [
    { path: 'packages-index/gallery.yaml', content: SETTINGS },
    { path: 'README.md', content: '# Gallery\n' },
    { path: '.github/workflows/gallery.yml', content: 'name: Gallery\n' },
  ];
  const records = new Map<string, PackageRecord>();
  for (const made of BASE) {
    const bytes = await packMade(made);
    edits.push({ path: `packages-index/blobs/${made.id}.${made.version}.nupkg`, content: bytes });
    records.set(made.id, withVersion(records.get(made.id), made, bytes));
  }
  for (const record of records.values()) {
    edits.push({ path: `packages-index/packages/${record.id}.yaml`, content: formatRecord(record) });
  }
  commitTree(gitDir, 'refs/heads/main', [], edits, 'Begin');
  return gitDir;
}

function withVersion(before: PackageRecord | undefined, made: BaseVersion, bytes: Uint8Array): PackageRecord {
  const { id, version, publisher } = made;
  const known = USERS.find(({ login }) => login === publisher);
  return recordSchema.parse({
    id,
    owners: [publisher],
    // One owner whose number is known, one from before numbers were kept, and one whose login somebody else has by now.
    githubIds: publisher === 'ada' ? { ada: known?.id } : id === 'Invoke-Chore' ? { grace: 999 } : {},
    ...before,
    versions: [
      ...(before?.versions ?? []),
      {
        version,
        sha512: createHash('sha512').update(bytes).digest('base64'),
        sizeBytes: bytes.length,
        published: '2026-01-01T00:00:00Z',
        publisher,
      },
    ],
    removed:
      id === 'Other.Kit'
        ? [
            {
              version: '1.0.0',
              sha512: createHash('sha512').update('gone').digest('base64'),
              removed: '2026-01-02T00:00:00Z',
              by: 'maintainer',
              reason: 'Held a password.',
            },
          ]
        : [],
  });
}

export interface RequestGallery {
  readonly gitDir: string;
  /** A clone whose remote is the gallery, as a checkout action leaves it. */
  readonly clone: string;
  readonly github: FakeGitHub;
  /** @returns the commit */
  readonly commit: (ref: string, parent: string, edits: readonly TreeEdit[]) => string;
  readonly git: (...args: readonly string[]) => string;
}

/**
 * Call it inside a running test.
 * @param inFolder  a folder that lasts longer than the test
 */
export async function makeRequestGallery(now = NOW, inFolder?: string): Promise<RequestGallery> {
  const folder = inFolder ?? (await makeTempDir());
  const gitDir = join(folder, 'gallery.git');
  await cp(await baseRepository(), gitDir, { recursive: true });
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', '--no-checkout', gitDir, clone]);
  const github = await startFakeGitHub({ gitDir, now: () => new Date(now) });
  for (const user of USERS) github.addUser(user);
  github.addToken(TOKEN, {
    contents: 'write',
    issues: 'write',
    'pull-requests': 'write',
    actions: 'read',
  });
  return {
    gitDir,
    clone,
    github,
    commit: (ref, parent, edits) => commitTree(gitDir, ref, [parent], edits, 'Change'),
    git: (...args) =>
      execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }),
  };
}

const PERSON = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_AUTHOR_DATE: '2026-03-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
  GIT_COMMITTER_DATE: '2026-03-01T00:00:00Z',
};

/** On top of a branch that moves meanwhile it throws, and nothing is changed. */
function commitTree(
  gitDir: string,
  ref: string,
  named: readonly string[],
  edits: readonly TreeEdit[],
  message: string,
): string {
  const index = join(gitDir, 'test-index');
  const git = (args: readonly string[], input: string | Uint8Array = '') =>
    execFileSync('git', ['--git-dir', gitDir, ...args], {
      input,
      env: { ...process.env, ...PERSON, GIT_INDEX_FILE: index },
      maxBuffer: 64 * 1024 * 1024,
    })
      .toString()
      .trim();
  const parents = named.map((one) => git(['rev-parse', '--verify', `${one}^{commit}`]));
  git(parents[0] === undefined ? ['read-tree', '--empty'] : ['read-tree', parents[0]]);
  // Three thousand files of one text are one content to git.
  const texts = new Map<string, string>();
  const lines = edits.map(({ path, content, mode = '100644', oid }) => {
    if (content === undefined && oid === undefined) return `0 ${'0'.repeat(40)}\t${path}\0`;
    const known = typeof content === 'string' ? texts.get(content) : undefined;
    const found = oid ?? known ?? git(['hash-object', '-w', '--stdin'], content ?? '');
    if (typeof content === 'string') texts.set(content, found);
    return `${mode} ${found}\t${path}\0`;
  });
  git(['update-index', '-z', '--index-info'], lines.join(''));
  const tree = git(['write-tree']);
  const commit = git(['commit-tree', tree, ...parents.flatMap((one) => ['-p', one])], `${message}\n`);
  const base = ref === `refs/heads/${named[0]}` ? parents[0] : undefined;
  git(['update-ref', ref, commit, ...(base === undefined ? [] : [base])]);
  return commit;
}
