/** `pwshelf smoke` with the real dotnet, on a build for an address at which nothing is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildSamples } from '../support/build-samples.ts';
import { describeWithClient } from '../support/clients.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir } from '../support/temp-dir.ts';

describeWithClient('dotnet', 'smoke with dotnet', (dotnet) => {
  let dir: string;
  beforeEach(async () => {
    vi.stubEnv('PWSHELF_DOTNET', dotnet);
    dir = await buildSamples(await makeTempDir());
  });
  afterEach(() => vi.unstubAllEnvs());

  it('lets dotnet restore the smallest package', async () => {
    const { code, out, err } = await runVerb('smoke', '--dir', dir, '--json');
    expect(err).toContain('dotnet was asked for');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ client: 'dotnet', findings: [] });
  });

  it('fails when dotnet is led elsewhere', async () => {
    const index = join(dir, 'v3/index.json');
    writeFileSync(
      index,
      readFileSync(index, 'utf8').replaceAll('gallery.invalid/my', 'elsewhere.invalid/my'),
    );
    const { code, err } = await runVerb('smoke', '--dir', dir);
    expect(code).toBe(1);
    expect(err).toContain('DEPLOY_CLIENT_FAILED');
  });
});
