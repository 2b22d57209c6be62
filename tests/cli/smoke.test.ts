import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildSamples } from '../support/build-samples.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir } from '../support/temp-dir.ts';

let dir: string;
beforeEach(async () => {
  dir = await buildSamples(await makeTempDir());
});
afterEach(() => vi.unstubAllEnvs());

const smoke = (...words: readonly string[]) => runVerb('smoke', '--dir', dir, ...words);

it('asks a build for what clients ask, at the address of this machine', async () => {
  const { code, out, err } = await smoke('--client', 'none');
  expect(code).toBe(0);
  expect(out).toMatch(/^fine {2}package .*http:\/\/127\.0\.0\.1:\d+\/my\.repo\/v3\/flatcontainer\//m);
  expect(out).not.toContain('gallery.invalid');
  expect(err).toContain('No real client has tried the build');
});

it('names what is missing in a build', async () => {
  rmSync(join(dir, 'v3/search.json'));
  const { code, err } = await smoke('--client', 'none');
  expect(code).toBe(1);
  expect(err).toContain('PROBE_STATUS');
});

it('says so when there is no dotnet', async () => {
  vi.stubEnv('PWSHELF_DOTNET', join(dir, 'no-such-dotnet'));
  const { code, err } = await smoke();
  expect(code).toBe(2);
  expect(err).toMatch(/There is no .*no-such-dotnet[\s\S]*--client none/);
});

it('is not taken in by a client that says that all is well', async () => {
  const program = join(dir, 'dotnet');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  vi.stubEnv('PWSHELF_DOTNET', program);
  const { code, err } = await smoke();
  expect(code).toBe(1);
  expect(err).toMatch(/it said that all is well, but the package is not there\. DEPLOY_CLIENT_FAILED/);
});

it('changes nothing in the build', async () => {
  const before = readFileSync(join(dir, 'v3/index.json'));
  await smoke('--client', 'none');
  expect(readFileSync(join(dir, 'v3/index.json'))).toEqual(before);
});

it('knows its clients', async () => {
  expect(await smoke('--client', 'pip')).toMatchObject({
    code: 2,
    err: expect.stringContaining('dotnet or none'),
  });
});
