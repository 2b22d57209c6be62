/** Debian's nuget 2.8.7 on the gateway: HTTP/1.0, typed content and queries that no static host answers. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ClientGateway, startClientGateway } from '../support/client-gateway.ts';
import { describeWithClient } from '../support/clients.ts';
import type { MadePackage } from '../support/made-package.ts';
import { runUnderMono } from '../support/mono-run.ts';

const COLUMNS = 120;

describeWithClient('nuget', 'nuget 2.8.7 on the gateway', (nuget) => {
  let gateway: ClientGateway;
  let source: string;
  let runs = 0;

  beforeAll(async () => {
    gateway = await startClientGateway();
    source = `${gateway.url}api/v2`;
  });
  afterAll(() => gateway.close());

  function placeOfItsOwn() {
    const cwd = join(gateway.folder, `o${(runs += 1)}`);
    mkdirSync(join(cwd, 'out'), { recursive: true });
    return { cwd, env: { HOME: cwd, XDG_DATA_HOME: cwd } };
  }

  async function run(...args: readonly string[]) {
    const place = placeOfItsOwn();
    const done = await runUnderMono(nuget, [...args, '-NonInteractive'], place);
    return { ...done, installed: readdirSync(join(place.cwd, 'out')).sort() };
  }

  const install = (...args: readonly string[]) =>
    run('install', ...args, '-Source', source, '-OutputDirectory', 'out', '-NoCache');

  /** Under Mono it takes an absolute path for a relative one. */
  async function push(made: MadePackage, key: string, to = source) {
    const file = await gateway.pack(made);
    const place = placeOfItsOwn();
    const words = ['push', relative(place.cwd, file), key, '-Source', to, '-NonInteractive'];
    return runUnderMono(nuget, words, place);
  }

  /** Where it sees no terminal it takes that for one of no width, and writes empty lines for ever. */
  async function list(...args: readonly string[]) {
    const place = placeOfItsOwn();
    const command = [nuget, 'list', ...args, '-Source', source, '-NonInteractive'].join(' ');
    const words = ['-qec', `stty cols ${COLUMNS} rows 40 && ${command}`, '/dev/null'];
    const env = { ...place.env, TERM: 'xterm' };
    const { code, output } = await runUnderMono('script', words, { cwd: place.cwd, env });
    expect(code, output.slice(0, 1000)).toBe(0);
    return stripVTControlCharacters(output).match(/^\S+ \d\S*(?=\r?$)/gm) ?? [];
  }

  it('pushes to every address that takes packages', async () => {
    const key = gateway.nextKey();
    for (const [at, to] of ['api/v2', 'api/v2/', 'api/v2/package', 'api/v2/package/'].entries()) {
      const { code, output } = await push({ id: `By.Address${at}`, version: '1.0.0' }, key, gateway.url + to);
      expect(code, output).toBe(0);
      expect(output).toContain('Your package was pushed.');
    }
  });

  it('pushes, lists, installs with dependencies, and deletes', async () => {
    const key = gateway.nextKey();
    for (const made of [
      { id: 'Vintage.Base', version: '1.0.0' },
      { id: 'Vintage.Base', version: '1.1.0-beta1' },
      { id: 'Vintage.Top', version: '1.0.0', requires: ['Vintage.Base'] },
    ]) {
      const { code, output } = await push(made, key);
      expect(code, output).toBe(0);
    }
    await gateway.waitFor('v3/search.json?q=Vintage', (text) => text.includes('"Vintage.Top"'));
    expect(await list('Vintage')).toEqual(['Vintage.Base 1.0.0', 'Vintage.Top 1.0.0']);
    expect((await install('Vintage.Top')).installed).toEqual(['Vintage.Base.1.0.0', 'Vintage.Top.1.0.0']);
    expect((await install('Vintage.Base', '-Prerelease')).installed).toEqual(['Vintage.Base.1.1.0-beta1']);

    const unlist = await run('delete', 'Vintage.Top', '1.0.0', key, '-NoPrompt', '-Source', source);
    expect(unlist.code, unlist.output).toBe(0);
    await gateway.waitFor('v3/search.json?q=Vintage', (text) => !text.includes('"Vintage.Top"'));
    expect(await list('Vintage')).toEqual(['Vintage.Base 1.0.0']);
    expect((await install('Vintage.Top', '-Version', '1.0.0')).installed).toContain('Vintage.Top.1.0.0');
  });

  it('is told what is wrong with a push', async () => {
    const key = gateway.nextKey();
    const made = { id: 'Vintage.Twice', version: '1.0.0' };
    expect((await push(made, key)).code).toBe(0);
    expect((await push(made, key)).output).toContain(
      '(409) PUBLISH_VERSION_EXISTS: Version 1.0.0 is already',
    );
    expect((await push(made, 'wrong')).output).toContain('(403) The specified API key is invalid');
    const unfit = await push({ id: 'No.Licence', version: '1.0.0', license: '' }, key);
    expect(unfit.code).toBe(1);
    expect(unfit.output).toContain('(400) META_LICENSE_MISSING: The package has no licence URI.');
  });

  it('lists the latest stable versions, and all when it is asked to', async () => {
    expect(await list('Quill')).toEqual(['Quill.Markdown 1.0.0', 'Quill.Slug 1.0.0', 'Quill.Text 1.1.0']);
    const all = await list('Quill.Text', '-AllVersions', '-Prerelease');
    expect(all).toEqual(
      expect.arrayContaining(['Quill.Text 1.0.0', 'Quill.Text 1.1.0', 'Quill.Text 2.0.0-beta1']),
    );
  });

  it.each([
    [['Quill.Markdown'], ['Quill.Markdown.1.0.0', 'Quill.Text.1.1.0']],
    [['quill.TEXT'], ['Quill.Text.1.1.0']],
    [['Quill.Text', '-Prerelease'], ['Quill.Text.2.0.0-beta1']],
    [['Quill.Text', '-Version', '1.0'], ['Quill.Text.1.0.0']],
    [['Quill.Palette', '-Version', '0.3.0'], ['Quill.Palette.0.3.0']],
  ])('installs %j', async (words, expected) => {
    const { code, output, installed } = await install(...words);
    expect(code, output).toBe(0);
    expect(installed).toEqual(expected);
  });

  it('says that a package is not there', async () => {
    const { code, output } = await install('No.Such.Package');
    expect(code).toBe(1);
    expect(output).toContain("Unable to find package 'No.Such.Package'");
  });
});
