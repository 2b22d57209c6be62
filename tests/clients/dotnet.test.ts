/** The real dotnet on a static host: search, add, restore of exact and floating versions, and from the folder of blobs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nuGetConfigText } from '../../src/cli/served-address.ts';
import { describeWithClient } from '../support/clients.ts';
import { makeDotnetProject, packageReference } from '../support/dotnet-project.ts';
import { SAMPLE_INDEX, type ServedSamples, serveSamples } from '../support/served-samples.ts';

describeWithClient('dotnet', 'dotnet', (dotnet) => {
  let samples: ServedSamples;

  beforeAll(async () => {
    samples = await serveSamples();
  });
  afterAll(() => samples.close());

  /** A project folder whose only source is the gallery. */
  const makeProject = (name: string, references: string, config: string) =>
    makeDotnetProject(dotnet, { cwd: join(samples.folder, name), references, config });
  const fromServer = (name: string, references = '') =>
    makeProject(name, references, nuGetConfigText(samples.url));

  it('finds packages by words, without unlisted ones', async () => {
    const project = fromServer('search');
    const { code, output } = await project.run('package', 'search', 'Quill', '--format', 'json');
    expect(code, output).toBe(0);
    expect(output).toContain('"Quill.Text"');
    expect(output).not.toContain('Quill.Palette');
  });

  it('restores an exact version with what it depends on', async () => {
    const project = fromServer('exact', packageReference('Quill.Markdown', '[1.0.0]'));
    const { code, output } = await project.run('restore');
    expect(code, output).toBe(0);
    expect(project.installed()).toEqual(['quill.markdown/1.0.0', 'quill.text/1.1.0']);
  });

  it.each([
    ['1.*', 'quill.text/1.1.0'],
    ['*', 'quill.text/1.1.0'],
    ['*-*', 'quill.text/2.0.0-beta1'],
    ['[1.0.0]', 'quill.text/1.0.0'],
  ])('restores %s of Quill.Text as %s', async (range, expected) => {
    const project = fromServer(
      `floating-${expected.replace('/', '-')}-${range.length}`,
      packageReference('Quill.Text', range),
    );
    const { code, output } = await project.run('restore');
    expect(code, output).toBe(0);
    expect(project.installed()).toEqual([expected]);
  });

  it('adds the latest stable version, in any spelling of the id', async () => {
    const project = fromServer('add');
    const { code, output } = await project.run('add', 'package', 'quill.TEXT');
    expect(code, output).toBe(0);
    expect(project.project()).toContain('Version="1.1.0"');
    expect(project.installed()).toEqual(['quill.text/1.1.0']);
  });

  it('restores an unlisted version by its number', async () => {
    const project = fromServer('unlisted', packageReference('Quill.Palette', '[0.3.0]'));
    const { code, output } = await project.run('restore');
    expect(code, output).toBe(0);
    expect(project.installed()).toEqual(['quill.palette/0.3.0']);
  });

  it('restores the very bytes that were published', async () => {
    const project = fromServer('bytes', packageReference('FolderLedger', '[1.0.0]'));
    const { code, output } = await project.run('restore');
    expect(code, output).toBe(0);
    const installed = readFileSync(
      join(samples.folder, 'bytes/packages/folderledger/1.0.0/folderledger.1.0.0.nupkg'),
    );
    const published = readFileSync(join(SAMPLE_INDEX, 'blobs/FolderLedger.1.0.0.nupkg'));
    expect(installed.equals(published)).toBe(true);
  });

  it('fails for a package that is not there', async () => {
    const project = fromServer('absent', packageReference('No.Such.Package', '1.0.0'));
    const { code, output } = await project.run('restore');
    expect(code).not.toBe(0);
    expect(output).toContain('NU1101');
  });

  it('restores from the folder of blobs, as a clone is one', async () => {
    const config = `<?xml version="1.0" encoding="utf-8"?><configuration><packageSources><clear /><add key="folder" value="${join(SAMPLE_INDEX, 'blobs')}" /></packageSources></configuration>`;
    const project = makeProject('folder', packageReference('Quill.Markdown', '1.0.0'), config);
    const { code, output } = await project.run('restore');
    expect(code, output).toBe(0);
    expect(project.installed()).toEqual(['quill.markdown/1.0.0', 'quill.text/1.1.0']);
  });
});
