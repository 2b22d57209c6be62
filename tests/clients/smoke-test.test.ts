/** The smoke test that stands before each deploy, on the sample gallery as a project site would have it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithClient, PROJECT_ROOT, runClient } from '../support/clients.ts';
import { runVerb } from '../support/run-verb.ts';
import { SAMPLE_INDEX } from '../support/served-samples.ts';
import { makeLastingTempDir, removeTempDir } from '../support/temp-dir.ts';

const SITE_URL = 'https://contoso.github.io/gallery/';

describeWithClient('dotnet', 'the smoke test before a deploy', () => {
  let dist: string;

  beforeAll(async () => {
    dist = join(await makeLastingTempDir(), 'dist');
    await runVerb(
      'build',
      '--index',
      SAMPLE_INDEX,
      '--out',
      dist,
      '--no-site',
      '--no-cache',
      '--site-url',
      SITE_URL,
    );
  });
  afterAll(() => removeTempDir(join(dist, '..')));

  const smokeTest = () =>
    runClient(process.execPath, [join(PROJECT_ROOT, 'scripts/smoke-test.ts'), dist, SITE_URL], {
      cwd: PROJECT_ROOT,
      env: {},
    });

  it('installs packages from the files as they will be deployed', async () => {
    const { code, output } = await smokeTest();
    expect(code, output).toBe(0);
    expect(output).toContain('Quill.Text 1.1.0');
  });

  it('fails when a package is missing among them', async () => {
    rmSync(join(dist, 'v3/flatcontainer/folderledger/1.0.0'), { recursive: true });
    const { code, output } = await smokeTest();
    expect(code, output).toBe(1);
    expect(output).toMatch(/folderledger/i);
  });
});
