/** A private gallery, and the credentials that dotnet and nuget 5.8 keep for a source. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ClientGateway, startClientGateway } from '../support/client-gateway.ts';
import { describeWithClient } from '../support/clients.ts';
import { type DotnetProject, makeDotnetProject, packageReference } from '../support/dotnet-project.ts';
import { type NuGetRun, runNuGet } from '../support/nuget-client.ts';

/** The text of a NuGet.Config whose only source is the gallery. */
function configText({ url }: ClientGateway, source: string, password?: string): string {
  const credentials =
    password === undefined
      ? ''
      : `<packageSourceCredentials><gallery><add key="Username" value="any" /><add key="ClearTextPassword" value="${password}" /></gallery></packageSourceCredentials>`;
  return `<configuration><packageSources><clear /><add key="gallery" value="${url}${source}" allowInsecureConnections="true" /></packageSources>${credentials}</configuration>`;
}

describeWithClient('dotnet', 'dotnet on a private gateway', (dotnet) => {
  let gateway: ClientGateway;
  let projects = 0;
  beforeAll(async () => {
    gateway = await startClientGateway({ isPrivate: true });
  });
  afterAll(() => gateway.close());

  const projectWith = (password?: string, references = ''): DotnetProject =>
    makeDotnetProject(dotnet, {
      cwd: join(gateway.folder, `p${(projects += 1)}`),
      references,
      config: configText(gateway, 'v3/index.json', password),
    });

  it('restores and searches with a key that may read', async () => {
    const project = projectWith(gateway.readKey, packageReference('Quill.Markdown', '[1.0.0]'));
    const restore = await project.run('restore');
    expect(restore.code, restore.output).toBe(0);
    expect(project.installed()).toEqual(['quill.markdown/1.0.0', 'quill.text/1.1.0']);
    const search = await project.run('package', 'search', 'Quill', '--format', 'json');
    expect(search.output).toContain('"Quill.Text"');
  });

  it.each([
    ['without credentials', (): string | undefined => undefined],
    ['with a key that nobody knows', (): string => 'wrong'],
    ['with a key that may only push', (): string => gateway.nextKey()],
  ] as const)('reads nothing %s', async (_, password) => {
    const project = projectWith(password(), packageReference('Quill.Text', '[1.0.0]'));
    const { code, output } = await project.run('restore');
    expect(code).toBe(1);
    expect(output).toMatch(/NU1301.*401/);
    expect(project.installed()).toEqual([]);
  });

  it('pushes with both keys, and restores what it pushed', async () => {
    const made = { id: 'Private.Tools', version: '1.0.0' };
    const file = await gateway.pack(made);
    const words = ['nuget', 'push', file, '--source', 'gallery', '--api-key', gateway.nextKey()];
    const push = await projectWith(gateway.readKey).run(...words);
    expect(push.code, push.output).toBe(0);
    await gateway.waitFor('v3/registration/private.tools/index.json', (text) => text.includes('"1.0.0"'));
    const project = projectWith(gateway.readKey, packageReference(made.id, '[1.0.0]'));
    const restore = await project.run('restore');
    expect(restore.code, restore.output).toBe(0);
  });
});

describeWithClient('mono', 'nuget 5.8 on a private gateway', (mono) => {
  let gateway: ClientGateway;
  let runs = 0;
  beforeAll(async () => {
    gateway = await startClientGateway({ isPrivate: true });
  });
  afterAll(() => gateway.close());

  const nuget = (config: string, ...args: readonly string[]): Promise<NuGetRun> =>
    runNuGet(mono, join(gateway.folder, `n${(runs += 1)}`), [...args, '-Source', 'gallery'], config);

  it.each(['api/v2', 'v3/index.json'])(
    'lists, installs and pushes by %s with credentials',
    async (source) => {
      const config = configText(gateway, source, gateway.readKey);
      const list = await nuget(config, 'list', 'Quill.Text');
      expect(list.output).toContain('Quill.Text 1.1.0');
      const install = await nuget(config, 'install', 'Quill.Markdown', '-OutputDirectory', 'out', '-NoCache');
      expect(install.installed, install.output).toEqual(['Quill.Markdown.1.0.0', 'Quill.Text.1.1.0']);
      const file = await gateway.pack({ id: `Private.By${source.slice(0, 2)}`, version: '1.0.0' });
      const push = await nuget(config, 'push', file, gateway.nextKey());
      expect(push.code, push.output).toBe(0);
    },
  );

  it.each(['api/v2', 'v3/index.json'])('installs nothing by %s without credentials', async (source) => {
    const config = configText(gateway, source);
    const install = await nuget(config, 'install', 'Quill.Text', '-OutputDirectory', 'out', '-NoCache');
    expect(install.code).toBe(1);
    expect(install.installed).toEqual([]);
    expect(install.output).toMatch(/401|credentials/i);
  });
});
