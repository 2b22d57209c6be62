/** An index on disk for one test, and packages to publish into it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeNupkg, type NupkgParts } from './make-nupkg.ts';
import { makeTempDir } from './temp-dir.ts';

export const OWNER = 'contoso';

const SETTINGS = `title: Test gallery
description: A gallery for tests.
owners:
  - maintainer
`;

/** The folder that holds `index/`. */
export async function makeTempIndex(
  settings = SETTINGS,
): Promise<{ readonly folder: string; readonly index: string }> {
  return makeIndexIn(await makeTempDir(), settings);
}

/** The same in a folder that the caller removes: hooks outlive a test. */
export async function makeIndexIn(
  folder: string,
  settings = SETTINGS,
): Promise<{ readonly folder: string; readonly index: string }> {
  const index = join(folder, 'index');
  await mkdir(join(index, 'blobs'), { recursive: true });
  await mkdir(join(index, 'packages'));
  await writeFile(join(index, 'gallery.yaml'), settings);
  return { folder, index };
}

/** A .nupkg with all the metadata that a gallery asks for. */
export async function writePackage(folder: string, parts: NupkgParts = {}): Promise<string> {
  const id = parts.id ?? 'Sample.Tools';
  const version = parts.nuspec ?? '1.0.0';
  const path = join(folder, `${id}.${version}.nupkg`);
  const metadata = `<licenseUrl>https://example.org/license</licenseUrl>${parts.metadata ?? ''}`;
  await writeFile(path, makeNupkg({ ...parts, metadata }));
  return path;
}
