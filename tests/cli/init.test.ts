import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../support/clients.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

/** Only what the test says, whatever the machine knows. */
function asAuthor(name: string | undefined): void {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
  for (const role of ['AUTHOR', 'COMMITTER']) {
    vi.stubEnv(`GIT_${role}_NAME`, name);
    vi.stubEnv(`GIT_${role}_EMAIL`, name && `${name.toLowerCase()}@example.org`);
  }
}

async function init(...words: readonly string[]) {
  asAuthor('Octocat');
  const dir = join(await makeTempDir(), 'gallery');
  const run = await runVerb('init', dir, '--pwshelf', `0.1.0@${SHA}`, ...words);
  return { dir, ...run };
}

const git = (dir: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' }).trim();

describe('init', () => {
  it('makes a repository with one commit on main and nothing left over', async () => {
    const { dir, code, err } = await init('--repository', 'contoso/gallery');
    expect(code, err).toBe(0);
    expect(git(dir, 'log', '--format=%an %s', '--all')).toBe('Octocat Begin contoso gallery');
    expect(git(dir, 'branch', '--show-current')).toBe('main');
    expect(git(dir, 'status', '--short')).toBe('');
    expect(err).toContain('GITHUB_TOKEN=… npm run pwshelf -- doctor --repository contoso/gallery --fix');
  });

  it('suggests what follows from the repository', async () => {
    const { dir } = await init('--repository', 'Contoso/gallery');
    const text = readFileSync(join(dir, 'packages-index/gallery.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/schemas\/gallery\.schema\.json\n/);
    expect(parse(text)).toEqual({
      title: 'Contoso gallery',
      description: 'PowerShell modules and scripts of Contoso.',
      siteUrl: 'https://contoso.github.io/gallery/',
      repository: 'Contoso/gallery',
      owners: ['Contoso'],
    });
  });

  it('takes what it is told', async () => {
    const { dir } = await init(
      ...['--repository', 'contoso/gallery', '--title', 'Tools: "ours" #1', '--description', 'Tools.'],
      ...['--url', 'https://ps.contoso.com', '--owner', 'octocat', '--owner', 'hubot'],
    );
    expect(parse(readFileSync(join(dir, 'packages-index/gallery.yaml'), 'utf8'))).toEqual({
      title: 'Tools: "ours" #1',
      description: 'Tools.',
      siteUrl: 'https://ps.contoso.com/',
      repository: 'contoso/gallery',
      owners: ['octocat', 'hubot'],
    });
    expect(readFileSync(join(dir, 'README.md'), 'utf8')).toContain(
      '-Uri https://ps.contoso.com/v3/index.json',
    );
  });

  it('holds data and one workflow, with the forms and templates of the kit', async () => {
    const { dir } = await init('--repository', 'contoso/gallery');
    const files = git(dir, 'ls-files').split('\n');
    expect(files.filter((file) => file.startsWith('.github/workflows/'))).toEqual([
      '.github/workflows/gallery.yml',
    ]);
    expect(files.filter((file) => !/^(?:packages-index|\.github)\//.test(file))).toEqual([
      '.gitattributes',
      'README.md',
    ]);
    const copied = files.filter((file) => /TEMPLATE/.test(file));
    expect(copied.length).toBeGreaterThan(8);
    for (const file of copied)
      expect(readFileSync(join(dir, file), 'utf8')).toBe(readFileSync(join(PROJECT_ROOT, file), 'utf8'));
  });

  it('makes a gallery that is right, and can be built while it is empty', async () => {
    const { dir } = await init('--repository', 'contoso/gallery');
    const index = join(dir, 'packages-index');
    const check = await runVerb('check', '--index', index, '--no-cache');
    expect(check.code, check.err).toBe(0);
    const dist = join(dir, '..', 'dist');
    const build = await runVerb('build', '--index', index, '--out', dist, '--no-site', '--no-cache');
    expect(build.code, build.err).toBe(0);
    expect(existsSync(join(dist, 'v3/index.json'))).toBe(true);
  });

  it('keeps the bytes of the index whatever git is told about line ends', async () => {
    const { dir } = await init('--repository', 'contoso/gallery');
    const attributes = git(dir, 'check-attr', 'text', 'diff', '--', 'packages-index/blobs/A.1.0.0.nupkg');
    expect(attributes).toMatch(/text: unset\n.*diff: unset/);
    expect(git(dir, 'check-attr', 'text', '--', 'packages-index/packages/A.yaml')).toMatch(/text: unset/);
  });

  it('writes nothing on a dry run, and tells in JSON what it would', async () => {
    const { dir, code, out } = await init('--repository', 'contoso/gallery', '--dry-run', '--json');
    expect(code).toBe(0);
    expect(existsSync(dir)).toBe(false);
    expect(JSON.parse(out)).toMatchObject({ pwshelf: { version: '0.1.0', sha: SHA } });
    expect(JSON.parse(out).files).toContain('packages-index/gallery.yaml');
  });

  it.each([
    ['no repository', [], '--repository OWNER/NAME'],
    ['a repository that is none', ['--repository', 'gallery'], '--repository OWNER/NAME'],
    ['an address that is none', ['--repository', 'a/b', '--url', 'ps.contoso.com'], 'siteUrl'],
    ['an owner that is none', ['--repository', 'a/b', '--owner', 'not a login'], 'owners'],
    ['a title without end', ['--repository', 'a/b', '--title', 'x'.repeat(81)], 'title'],
  ])('refuses %s', async (_, words, hint) => {
    const { dir, code, err } = await init(...words);
    expect(code).toBe(2);
    expect(err).toContain(hint);
    expect(existsSync(dir)).toBe(false);
  });

  it('refuses a version of pwshelf without its whole commit', async () => {
    asAuthor('Octocat');
    const dir = await makeTempDir();
    const { code, err } = await runVerb('init', dir, '--repository', 'a/b', '--pwshelf', '0.1.0@v0.1.0');
    expect(code).toBe(2);
    expect(err).toContain('40 digits');
  });

  it('refuses a folder that holds anything, and leaves it alone', async () => {
    asAuthor('Octocat');
    const dir = await makeTempDir();
    await writeTree(dir, { 'notes.txt': 'mine' });
    const { code, err } = await runVerb('init', dir, '--repository', 'a/b');
    expect(code).toBe(2);
    expect(err).toContain('holds files already');
    expect(readdirSync(dir)).toEqual(['notes.txt']);
  });

  it('says what to do when git does not know the author', async () => {
    asAuthor(undefined);
    const dir = join(await makeTempDir(), 'gallery');
    const { code, err } = await runVerb('init', dir, '--repository', 'a/b');
    expect(code).toBe(2);
    expect(err).toContain('git config --global user.name');
    expect(existsSync(dir)).toBe(false);
  });
});
