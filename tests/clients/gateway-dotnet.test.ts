/** The real dotnet on the gateway: pushes by every address, what it says of refusals, and what it finds of them. */
import { createCipheriv } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ClientGateway, startClientGateway } from '../support/client-gateway.ts';
import { describeWithClient } from '../support/clients.ts';
import { type DotnetProject, makeDotnetProject, packageReference } from '../support/dotnet-project.ts';
import type { MadePackage } from '../support/made-package.ts';

const MAX_PACKAGE_BYTES = 62_000_000;
const SOURCES = { v3: 'v3/index.json', v2: 'api/v2', package: 'api/v2/package', slash: 'api/v2/package/' };

describeWithClient('dotnet', 'dotnet on the gateway', (dotnet) => {
  let gateway: ClientGateway;
  let publisher: DotnetProject;
  let key: string;

  beforeAll(async () => {
    gateway = await startClientGateway({ policy: [`maxPackageBytes: ${MAX_PACKAGE_BYTES}`] });
    publisher = projectWith(Object.keys(SOURCES) as (keyof typeof SOURCES)[]);
  });
  beforeEach(() => {
    key = gateway.nextKey();
  });
  afterAll(() => gateway.close());

  let projects = 0;
  function projectWith(names: readonly (keyof typeof SOURCES)[], references = ''): DotnetProject {
    const sources = names.map(
      (name) =>
        `<add key="${name}" value="${gateway.url}${SOURCES[name]}" allowInsecureConnections="true" />`,
    );
    const config = `<configuration><packageSources><clear />${sources.join('')}</packageSources></configuration>`;
    return makeDotnetProject(dotnet, {
      cwd: join(gateway.folder, `p${(projects += 1)}`),
      references,
      config,
    });
  }

  const pushFile = (file: string, source: keyof typeof SOURCES, ...more: readonly string[]) =>
    publisher.run('nuget', 'push', file, '--source', source, ...more);
  const push = async (made: MadePackage, source: keyof typeof SOURCES = 'v3') =>
    pushFile(await gateway.pack(made), source, '--api-key', key);

  async function published(...all: readonly MadePackage[]): Promise<void> {
    for (const made of all) {
      const { code, output } = await push(made);
      expect(code, output).toBe(0);
      await gateway.waitFor(`v3/registration/${made.id.toLowerCase()}/index.json`, (text) =>
        text.includes(`"${made.version}"`),
      );
    }
  }

  it('pushes to every address that takes packages', async () => {
    for (const source of Object.keys(SOURCES) as (keyof typeof SOURCES)[]) {
      const made = { id: `By.${source}`, version: '1.0.0' };
      const { code, output } = await push(made, source);
      expect(code, output).toBe(0);
      expect(output).toContain('Your package was pushed.');
      await gateway.waitFor('v3/search.json?q=By', (text) => text.includes(made.id));
    }
  });

  it('restores and adds what was pushed, with what it depends on', async () => {
    await published(
      { id: 'Fresh.Base', version: '1.0.0' },
      { id: 'Fresh.Base', version: '1.1.0-beta1' },
      { id: 'Fresh.Top', version: '1.0.0', requires: ['Fresh.Base'] },
    );
    const restoring = projectWith(['v3'], packageReference('Fresh.Top', '[1.0.0]'));
    const restore = await restoring.run('restore');
    expect(restore.code, restore.output).toBe(0);
    expect(restoring.installed()).toEqual(['fresh.base/1.0.0', 'fresh.top/1.0.0']);

    const adding = projectWith(['v3']);
    const add = await adding.run('add', 'package', 'fresh.BASE', '--prerelease');
    expect(add.code, add.output).toBe(0);
    expect(adding.installed()).toEqual(['fresh.base/1.1.0-beta1']);
  });

  it('is told that a version is there, and skips it when it is asked to', async () => {
    const made = { id: 'Twice.Pushed', version: '1.0.0' };
    await published(made);
    const again = await push(made);
    expect(again.code).toBe(1);
    expect(again.output).toContain('409 (PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery.');
    const file = await gateway.pack(made);
    const skipping = await pushFile(file, 'v3', '--api-key', key, '--skip-duplicate');
    expect(skipping.code, skipping.output).toBe(0);
  });

  it.each([
    ['wrong', ['--api-key', 'wrong'], '403 (The specified API key is invalid or does not have permission'],
    ['none', [], '401 (An API key is needed'],
  ] as const)('is told what to do with a key that is %s', async (_, words, told) => {
    const file = await gateway.pack({ id: 'Not.Allowed', version: '1.0.0' });
    const { code, output } = await pushFile(file, 'package', ...words);
    expect(code).toBe(1);
    expect(output).toContain(told);
  });

  it('is told which rule refuses a package', async () => {
    const { code, output } = await push({ id: 'No.Licence', version: '1.0.0', license: '' });
    expect(code).toBe(1);
    expect(output).toContain('400 (META_LICENSE_MISSING: The package has no licence URI.');
  });

  it('unlists: search shows it no more, restore by number still has it, and relisting brings it back', async () => {
    await published({ id: 'Hidden.Later', version: '1.0.0' });
    const search = () => projectWith(['v3']).run('package', 'search', 'Hidden.Later', '--format', 'json');
    expect((await search()).output).toContain('"Hidden.Later"');

    const words = ['nuget', 'delete', 'Hidden.Later', '1.0.0', '--source', 'v3', '--non-interactive'];
    const unlist = await publisher.run(...words, '--api-key', key);
    expect(unlist.code, unlist.output).toBe(0);
    await gateway.waitFor('v3/search.json?q=Hidden', (text) => !text.includes('Hidden.Later'));
    expect((await search()).output).not.toContain('"Hidden.Later"');
    const project = projectWith(['v3'], packageReference('Hidden.Later', '[1.0.0]'));
    const restore = await project.run('restore');
    expect(restore.code, restore.output).toBe(0);
    expect(project.installed()).toEqual(['hidden.later/1.0.0']);

    const relist = await fetch(`${gateway.url}api/v2/package/Hidden.Later/1.0.0`, {
      method: 'POST',
      headers: { 'X-NuGet-ApiKey': key },
    });
    expect(relist.status).toBe(200);
    await gateway.waitFor('v3/search.json?q=Hidden', (text) => text.includes('Hidden.Later'));
    expect((await search()).output).toContain('"Hidden.Later"');
  });

  it('pushes sixty megabytes, and restores them', async () => {
    const files = { 'data.bin': noise(60_000_000) };
    await published({ id: 'Large.Data', version: '1.0.0', files });
    const project = projectWith(['v3'], packageReference('Large.Data', '[1.0.0]'));
    const { code, output } = await project.run('restore');
    expect(code, output).toBe(0);
    expect(project.installed()).toEqual(['large.data/1.0.0']);
  });

  it('is told how large a package may be, though it sends without saying how much', async () => {
    const file = join(gateway.folder, 'Too.Large.1.0.0.nupkg');
    writeFileSync(file, noise(90_000_000));
    const { code, output } = await pushFile(file, 'v3', '--api-key', key);
    expect(code).toBe(1);
    expect(output).toMatch(/413 \(PACKAGE_TOO_LARGE: .*62000000/);
  });
});

/** What no packer makes smaller, and the same each time. */
function noise(sizeBytes: number): Uint8Array {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(sizeBytes));
}
