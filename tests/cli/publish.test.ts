import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { makeTempIndex, OWNER, writePackage } from '../support/temp-index.ts';

const publish = (index: string, ...words: readonly string[]) =>
  runVerb('publish', ...words, '--index', index, '--as', OWNER, '--no-cache');

describe('publish', () => {
  it('adds blob and record, and the index is right afterwards', async () => {
    const { folder, index } = await makeTempIndex();
    const file = await writePackage(folder);
    const { code, err } = await publish(index, file);
    expect(code, err).toBe(0);
    expect(err).toContain('published Sample.Tools.1.0.0.nupkg (a new package)');
    expect(readFileSync(join(index, 'blobs/Sample.Tools.1.0.0.nupkg'))).toEqual(readFileSync(file));
    expect(readFileSync(join(index, 'packages/Sample.Tools.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: .*\nid: Sample\.Tools\nowners:\n {2}- contoso\n/,
    );
    expect((await runVerb('check', '--index', index, '--no-cache')).code).toBe(0);
  });

  it('publishes several at once, in the order given', async () => {
    const { folder, index } = await makeTempIndex();
    const files = [
      await writePackage(folder, { nuspec: '1.0.0' }),
      await writePackage(folder, { nuspec: '1.1.0' }),
    ];
    expect((await publish(index, ...files)).code).toBe(0);
    expect(readdirSync(join(index, 'blobs'))).toHaveLength(2);
  });

  it('tells once what both the folder and the package made of it show', async () => {
    const { folder, index } = await makeTempIndex();
    const source = join(folder, 'Dynamic.Tools');
    mkdirSync(source);
    const manifest = "@{ ModuleVersion = '1.0.0'; Author = 'A'; Description = 'B'; CompanyName = $x }";
    writeFileSync(join(source, 'Dynamic.Tools.psd1'), manifest);
    const { err } = await publish(index, source, '--dry-run');
    expect(err.match(/PSD1_DYNAMIC/g)).toHaveLength(1);
  });

  it('adds none when one of them is refused', async () => {
    const { folder, index } = await makeTempIndex();
    const good = await writePackage(folder);
    const bad = await writePackage(folder, { id: 'Bad.Tools', nuspec: '1.0.0', psd1: '2.0.0' });
    const { code, err } = await publish(index, good, bad);
    expect(code).toBe(1);
    expect(err).toMatch(/VERSION_MISMATCH/);
    expect(err).toContain('Nothing was published.');
    expect(readdirSync(join(index, 'blobs'))).toEqual([]);
    expect(readdirSync(join(index, 'packages'))).toEqual([]);
  });

  it('refuses the same version again, even with the same bytes, and leaves everything as it was', async () => {
    const { folder, index } = await makeTempIndex();
    const file = await writePackage(folder);
    await publish(index, file);
    const before = readFileSync(join(index, 'packages/Sample.Tools.yaml'), 'utf8');
    const { code, err } = await publish(index, file);
    expect(code).toBe(1);
    expect(err).toContain('PUBLISH_VERSION_EXISTS');
    expect(readFileSync(join(index, 'packages/Sample.Tools.yaml'), 'utf8')).toBe(before);
  });

  it('takes up a blob that an interrupted publish left, and refuses another one of its name', async () => {
    const { folder, index } = await makeTempIndex();
    const file = await writePackage(folder);
    const left = join(index, 'blobs/Sample.Tools.1.0.0.nupkg');
    writeFileSync(left, 'something else');
    expect((await publish(index, file)).code).not.toBe(0);
    expect(readFileSync(left, 'utf8')).toBe('something else');
    writeFileSync(left, readFileSync(file));
    expect((await publish(index, file, '--dry-run')).code).toBe(0);
    const { code, err } = await publish(index, file);
    expect(code, err).toBe(0);
    expect((await runVerb('check', '--index', index, '--no-cache')).code).toBe(0);
  });

  it('takes up a blob where it lies, as the rule that names it advises', async () => {
    const { folder, index } = await makeTempIndex();
    const left = join(index, 'blobs/Sample.Tools.1.0.0.nupkg');
    writeFileSync(left, readFileSync(await writePackage(folder)));
    expect((await runVerb('check', '--index', index, '--no-cache')).err).toContain('BLOB_UNRECORDED');
    const { code, err } = await publish(index, left);
    expect(code, err).toBe(0);
    expect((await runVerb('check', '--index', index, '--no-cache')).code).toBe(0);
  });

  it('writes nothing on a dry run, and says what it would do', async () => {
    const { folder, index } = await makeTempIndex();
    const { code, err } = await publish(index, await writePackage(folder), '--dry-run');
    expect(code).toBe(0);
    expect(err).toContain('would publish Sample.Tools.1.0.0.nupkg');
    expect(readdirSync(join(index, 'blobs'))).toEqual([]);
  });

  it('gives its findings as JSON', async () => {
    const { folder, index } = await makeTempIndex();
    const { code, out } = await publish(index, await writePackage(folder, { manifest: null }), '--json');
    expect(code).toBe(1);
    const result = JSON.parse(out);
    expect(result.published).toEqual([]);
    expect(result.findings[0]).toMatchObject({ code: 'CONTENT_MISSING', severity: 'error' });
    expect(result.findings[0].remedy).toMatch(/\.$/);
  });

  it('opens no package that the gate refuses', async () => {
    const { folder, index } = await makeTempIndex();
    const { code, err } = await publish(
      index,
      await writePackage(folder, { files: [{ name: '../evil.ps1' }] }),
    );
    expect(code).toBe(1);
    expect(err).toContain('PATH_PARENT');
    expect(existsSync(join(folder, 'evil.ps1'))).toBe(false);
  });
});
