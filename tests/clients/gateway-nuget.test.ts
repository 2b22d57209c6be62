/** The real nuget 5.8 on the gateway: V2, which a static host cannot answer by name, and V3. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClientGateway, startClientGateway } from '../support/client-gateway.ts';
import { describeWithClient } from '../support/clients.ts';
import { runNuGet } from '../support/nuget-client.ts';

describeWithClient('mono', 'nuget 5.8 on the gateway', (mono) => {
  let gateway: ClientGateway;
  let runs = 0;

  const nuget = (source: string, ...args: readonly string[]) =>
    runNuGet(mono, join(gateway.folder, `n${(runs += 1)}`), [...args, '-Source', gateway.url + source]);
  const install = (source: string, ...args: readonly string[]) =>
    nuget(source, 'install', ...args, '-OutputDirectory', 'out', '-NoCache');

  beforeAll(async () => {
    gateway = await startClientGateway();
  });
  afterAll(() => gateway.close());

  describe.each([
    ['V2', 'api/v2', 'Of2'],
    ['V3', 'v3/index.json', 'Of3'],
  ] as const)('by %s', (_, source, id) => {
    it('pushes, is told why a second push is refused, and unlists', async () => {
      const key = gateway.nextKey();
      const file = await gateway.pack({ id, version: '1.0.0' });
      const push = await nuget(source, 'push', file, key);
      expect(push.code, push.output).toBe(0);
      const again = await nuget(source, 'push', file, key);
      expect(again.code).toBe(1);
      expect(again.output).toContain(
        '409 (PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery.',
      );
      const stranger = await nuget(source, 'push', file, 'wrong');
      expect(stranger.output).toContain('403 (The specified API key is invalid');

      await gateway.waitFor('v3/search.json?q=Of', (text) => text.includes(`"${id}"`));
      expect((await nuget(source, 'list', id)).output).toContain(`${id} 1.0.0`);
      const installed = await install(source, id);
      expect(installed.installed, installed.output).toEqual([`${id}.1.0.0`]);

      const unlist = await nuget(source, 'delete', id, '1.0.0', key);
      expect(unlist.code, unlist.output).toBe(0);
      await gateway.waitFor('v3/search.json?q=Of', (text) => !text.includes(`"${id}"`));
      expect((await nuget(source, 'list', id)).output).not.toContain(`${id} 1.0.0`);
    });

    it('lists the latest stable versions, and all when it is asked to', async () => {
      const latest = await nuget(source, 'list', 'Quill');
      expect(linesOf(latest.output)).toEqual([
        'Quill.Markdown 1.0.0',
        'Quill.Slug 1.0.0',
        'Quill.Text 1.1.0',
      ]);
      const all = await nuget(source, 'list', 'Quill.Text', '-AllVersions', '-Prerelease');
      expect(linesOf(all.output)).toEqual(
        expect.arrayContaining(['Quill.Text 1.0.0', 'Quill.Text 1.1.0', 'Quill.Text 2.0.0-beta1']),
      );
    });

    it.each([
      [['Quill.Markdown'], ['Quill.Markdown.1.0.0', 'Quill.Text.1.1.0']],
      [['quill.TEXT'], ['Quill.Text.1.1.0']],
      [['Quill.Text', '-Prerelease'], ['Quill.Text.2.0.0-beta1']],
      [['Quill.Text', '-Version', '1.0.0'], ['Quill.Text.1.0.0']],
      [['Quill.Palette', '-Version', '0.3.0'], ['Quill.Palette.0.3.0']],
    ])('installs %j', async (words, expected) => {
      const { code, output, installed } = await install(source, ...words);
      expect(code, output).toBe(0);
      expect(installed).toEqual(expected);
    });

    it('says that a package is not there', async () => {
      const { code, output } = await install(source, 'No.Such.Package');
      expect(code).toBe(1);
      expect(output).toContain('No.Such.Package');
    });
  });
});

function linesOf(output: string): readonly string[] {
  return output.split('\n').flatMap((line) => (/^\S+ \d\S*$/.test(line.trim()) ? [line.trim()] : []));
}
