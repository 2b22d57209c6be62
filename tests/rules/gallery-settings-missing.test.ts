import { expect, it } from 'vitest';
import { loadRecords } from '../../src/io/load-records.ts';
import { gallerySettingsMissing } from '../../src/rules/gallery-settings-missing.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

it('refuses a folder without gallery.yaml', async () => {
  const folder = await makeTempDir();
  const { settings, findings } = loadRecords(folder);
  expect(settings).toBeUndefined();
  expectOnly(findings, gallerySettingsMissing, {}, { file: `${folder}/gallery.yaml` });
});

it('finds the smallest one that there can be', async () => {
  const folder = await makeTempDir();
  await writeTree(folder, { 'gallery.yaml': 'title: Contoso\ndescription: Tools.\nowners:\n  - a\n' });
  expect(codesOf(loadRecords(folder).findings)).toEqual([]);
});
