/** The real nuget 5.8, run by mono, on a static host: V2 by exact version, V3 by any. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithClient } from '../support/clients.ts';
import { runNuGet } from '../support/nuget-client.ts';
import { type ServedSamples, serveSamples } from '../support/served-samples.ts';

describeWithClient('mono', 'nuget 5.8', (mono) => {
  let samples: ServedSamples;

  beforeAll(async () => {
    samples = await serveSamples();
  });
  afterAll(() => samples.close());

  const nuget = (name: string, ...args: readonly string[]) =>
    runNuGet(mono, join(samples.folder, name), args);

  const install = (name: string, source: string, ...args: readonly string[]) =>
    nuget(name, 'install', ...args, '-Source', samples.url + source, '-OutputDirectory', 'out', '-NoCache');

  it('installs an exact version from V2 with what it depends on', async () => {
    const { code, output, installed } = await install('v2', 'api/v2/', 'Quill.Markdown', '-Version', '1.0.0');
    expect(code, output).toBe(0);
    expect(installed).toEqual(['Quill.Markdown.1.0.0', 'Quill.Text.1.1.0']);
  });

  it('installs a prerelease from V2 by its number', async () => {
    const { code, output, installed } = await install(
      'v2-pre',
      'api/v2/',
      'Quill.Text',
      '-Version',
      '2.0.0-beta1',
    );
    expect(code, output).toBe(0);
    expect(installed).toEqual(['Quill.Text.2.0.0-beta1']);
  });

  it('installs the latest stable version from V3, with dependencies', async () => {
    const { code, output, installed } = await install('v3', 'v3/index.json', 'Quill.Markdown');
    expect(code, output).toBe(0);
    expect(installed).toEqual(['Quill.Markdown.1.0.0', 'Quill.Text.1.1.0']);
  });

  it('installs a script from V3 with the modules that it needs', async () => {
    const { code, output, installed } = await install('v3-script', 'v3/index.json', 'Invoke-FolderCare');
    expect(code, output).toBe(0);
    expect(installed).toContain('Invoke-FolderCare.1.0.0');
    expect(installed).toContain('FolderLedger.1.0.0');
  });

  it('lists what is listed from V3', async () => {
    const { code, output } = await nuget('list', 'list', '-Source', `${samples.url}v3/index.json`);
    expect(code, output).toBe(0);
    expect(output).toMatch(/^Quill\.Text 1\.1\.0$/m);
    expect(output).not.toContain('Quill.Palette');
  });

  it('says that a package is not there', async () => {
    const { code } = await install('absent', 'v3/index.json', 'No.Such.Package');
    expect(code).not.toBe(0);
  });
});
