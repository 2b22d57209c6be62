/** The container's recipe: read as a builder reads it, and what it copies is enough to serve a gallery. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../support/clients.ts';
import { catalogueBytes } from '../support/gateway-catalogue.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { findFreePort } from '../support/serve-gallery.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

const INSTRUCTIONS = parseDockerfile(readFileSync(join(PROJECT_ROOT, 'deploy/Dockerfile'), 'utf8'));
const named = (name: string) => INSTRUCTIONS.filter((one) => one.name === name).map(({ rest }) => rest);
/** Of the last stage. */
const command = [
  ...(JSON.parse(named('ENTRYPOINT')[0] ?? '[]') as string[]),
  ...(JSON.parse(named('CMD').at(-1) ?? '[]') as string[]),
];
const copied = named('COPY')
  .filter((rest) => !rest.startsWith('--from='))
  .flatMap((rest) => rest.split(/\s+/).slice(0, -1));

function parseDockerfile(text: string): readonly Instruction[] {
  const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('#'));
  const logical = lines
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  return logical
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
      return { name, rest };
    });
}

it('has instructions that there are, and begins with an image', () => {
  const known = [
    'FROM',
    'WORKDIR',
    'COPY',
    'RUN',
    'ENV',
    'USER',
    'EXPOSE',
    'STOPSIGNAL',
    'HEALTHCHECK',
    'ENTRYPOINT',
    'CMD',
  ];
  expect(INSTRUCTIONS.filter(({ name }) => !known.includes(name))).toEqual([]);
  expect(INSTRUCTIONS[0]?.name).toBe('FROM');
  expect(named('FROM')).toEqual(['node:24-slim AS dependencies', 'node:24-slim']);
});

it('copies what exists and what the builder is given', () => {
  const ignore = readFileSync(join(PROJECT_ROOT, 'deploy/Dockerfile.dockerignore'), 'utf8').split('\n');
  const given = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(ignore.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
  expect([...new Set(copied)].sort()).toEqual(given.sort());
  expect(copied.filter((path) => !existsSync(join(PROJECT_ROOT, path)))).toEqual([]);
});

it('runs as nobody in particular, and holds no secret', () => {
  const last = INSTRUCTIONS.findLastIndex(({ name }) => name === 'FROM');
  const users = INSTRUCTIONS.slice(last).filter(({ name }) => name === 'USER');
  expect(users).toEqual([{ name: 'USER', rest: 'node' }]);
  expect(named('ENV')).toEqual(['NODE_ENV=production']);
});

it('exposes the port on which it serves and asks itself how it is', () => {
  const port = command[command.indexOf('--port') + 1];
  expect(named('EXPOSE')).toEqual([port]);
  expect(named('HEALTHCHECK')[0]).toContain(`http://127.0.0.1:${port}/-/health`);
});

it('serves a gallery with what it copies, and says that it is well', async () => {
  const root = await makeTempDir();
  for (const path of new Set(copied)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
  }
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'));
  await writeTree(root, {
    'gallery/dist/index.html': '<p>home',
    'gallery/dist/api/catalogue.jsonl': new TextDecoder().decode(catalogueBytes(makeGallery())),
  });
  const port = String(await findFreePort());
  const [, ...words] = command.map((word) =>
    word === '/gallery/dist'
      ? join(root, 'gallery/dist')
      : word === '8080'
        ? port
        : word === '0.0.0.0'
          ? '127.0.0.1'
          : word,
  );
  const server = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void server.kill('SIGKILL'));
  await new Promise((resolve) =>
    server.stderr.on('data', (text) => String(text).includes('stops it') && resolve(text)),
  );
  const health = /CMD (\[.*\])$/.exec(named('HEALTHCHECK')[0] ?? '')?.[1]?.replace('8080', port);
  const [, ...probe] = JSON.parse(health ?? '[]') as string[];
  const well = spawn(process.execPath, probe);
  expect(await new Promise((resolve) => well.on('exit', resolve))).toBe(0);
  server.kill('SIGTERM');
  expect(await new Promise((resolve) => server.on('exit', resolve))).toBe(0);
  const unwell = spawn(process.execPath, probe);
  expect(await new Promise((resolve) => unwell.on('exit', resolve))).toBe(1);
});

it('is composed with nothing that it could do without', () => {
  const { services } = parse(readFileSync(join(PROJECT_ROOT, 'deploy/compose.yaml'), 'utf8'));
  expect(services.gallery).toMatchObject({
    build: { context: '..', dockerfile: 'deploy/Dockerfile' },
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    ports: ['127.0.0.1:8080:8080'],
  });
});
