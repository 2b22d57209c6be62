import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { deployClientFailed } from '../../src/rules/deploy-client-failed.ts';
import { buildSamples } from '../support/build-samples.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir } from '../support/temp-dir.ts';

afterEach(() => vi.unstubAllEnvs());

it('tells what a client says that cannot restore', async () => {
  const folder = await makeTempDir();
  const program = join(folder, 'dotnet');
  await writeFile(program, '#!/bin/sh\necho "error NU1301: no index"\nexit 1\n', { mode: 0o755 });
  vi.stubEnv('PWSHELF_DOTNET', program);
  const { code, out } = await runVerb('smoke', '--dir', await buildSamples(folder), '--json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(out) as { findings: { code: string; message: string; remedy: string }[] };
  expect(findings.map((finding) => finding.code)).toEqual([deployClientFailed.code]);
  expect(findings[0]?.message).toMatch(/^dotnet could not restore .*: error NU1301: no index\.$/);
});
