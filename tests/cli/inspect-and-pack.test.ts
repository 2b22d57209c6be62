import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';
import { writePackage } from '../support/temp-index.ts';

it('inspects a package', async () => {
  const file = await writePackage(await makeTempDir());
  const { code, out } = await runVerb('inspect', file);
  expect(code).toBe(0);
  expect(out).toMatch(/^id +Sample\.Tools$/m);
  expect(out).toMatch(/^sha512 +\S{88}$/m);
  const json = JSON.parse((await runVerb('inspect', file, '--json')).out);
  expect(json).toMatchObject({
    kind: 'nupkg',
    nuspec: { id: 'Sample.Tools' },
    tags: ['PSModule'],
    findings: [],
  });
});

it('inspects a manifest, with its whole value under data', async () => {
  const folder = await makeTempDir();
  await writeTree(folder, { 'A.psd1': "@{ ModuleVersion = '1.0'; Own = @{ Key = @('x') } }" });
  const { out } = await runVerb('inspect', join(folder, 'A.psd1'), '--json');
  expect(JSON.parse(out).data).toEqual({ ModuleVersion: '1.0', Own: { Key: ['x'] } });
});

it('inspects a data file that is no manifest', async () => {
  const folder = await makeTempDir();
  await writeTree(folder, { 'A.psd1': "@{ Own = 'x' }" });
  const run = await runVerb('inspect', join(folder, 'A.psd1'), '--json');
  expect(JSON.parse(run.out)).toMatchObject({
    data: { Own: 'x' },
    findings: [{ code: 'PSD1_VERSION_MISSING' }],
  });
});

it('inspects a script, and says why a gallery would refuse it', async () => {
  const folder = await makeTempDir();
  await writeTree(folder, { 'A.ps1': "'hello'" });
  const { code, err } = await runVerb('inspect', join(folder, 'A.ps1'));
  expect(code).toBe(1);
  expect(err).toMatch(/SCRIPT_INFO_MISSING[\s\S]*a gallery would refuse it/);
});

it('packs a module that is laid out as it is when installed', async () => {
  const folder = await makeTempDir();
  await writeTree(folder, { 'Own/1.0.0/Own.psd1': "@{ ModuleVersion = '1.0.0' }", 'Own/1.0.0/Own.psm1': '' });
  const { code, err } = await runVerb(
    'pack',
    join(folder, 'Own/1.0.0'),
    '--out',
    join(folder, 'out'),
    '--json',
  );
  expect(code, err).toBe(0);
  const { findings } = JSON.parse(
    (await runVerb('inspect', join(folder, 'out/Own.1.0.0.nupkg'), '--json')).out,
  );
  expect(findings).toMatchObject([{ code: 'PATH_EMPTY_FILE', severity: 'warning' }]);
});

it.each([
  ['1.0', 'Own.1.0.0.nupkg'],
  ['1.2.3.0', 'Own.1.2.3.nupkg'],
  ['1.2.3.4', 'Own.1.2.3.4.nupkg'],
])('names the package of version %s %s, as clients look for it in a folder', async (version, name) => {
  const folder = await makeTempDir();
  await writeTree(folder, { 'Own/Own.psd1': `@{ ModuleVersion = '${version}' }` });
  const { code, err } = await runVerb('pack', join(folder, 'Own'), '--out', join(folder, 'out'), '--json');
  expect(code, err).toBe(0);
  expect(readdirSync(join(folder, 'out'))).toEqual([name]);
});

it('packs nothing that it could not read', async () => {
  const folder = await makeTempDir();
  writeFileSync(join(folder, 'A.psd1'), '@{ ModuleVersion = ');
  const { code, err } = await runVerb('pack', folder, '--out', join(folder, 'out'));
  expect(code).toBe(1);
  expect(err).toContain('PSD1_SYNTAX');
});
