import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLogo } from '../../src/site/logo.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

it.each([
  ['logo.svg', SVG],
  ['logo.png', PNG],
])('reads %s', async (name, bytes) => {
  const folder = await makeTempDir();
  await writeFile(join(folder, name), bytes);
  expect(Buffer.from(await readLogo(folder, name))).toEqual(Buffer.from(bytes));
});

it.each([
  ['script', SVG.replace('<path', '<script>alert(1)</script><path')],
  ['event handler', SVG.replace('<svg ', '<svg onload="alert(1)" ')],
  ['foreign content', SVG.replace('<path', '<foreignObject/><path')],
  ['link that runs', SVG.replace('<path', '<a href="javascript:alert(1)"/><path')],
  ['entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}`],
  ['page', '<html></html>'],
])('refuses an SVG with a %s', async (_, text) => {
  const folder = await makeTempDir();
  await writeFile(join(folder, 'logo.svg'), text);
  await expect(readLogo(folder, 'logo.svg')).rejects.toMatchObject({ code: 'LOGO_NOT_A_PICTURE' });
});

it('refuses what is no PNG, what is large and what is not there', async () => {
  const folder = await makeTempDir();
  await writeFile(join(folder, 'logo.png'), SVG);
  await expect(readLogo(folder, 'logo.png')).rejects.toMatchObject({ code: 'LOGO_NOT_A_PICTURE' });
  await writeFile(join(folder, 'logo.png'), Buffer.alloc(65 * 1024));
  await expect(readLogo(folder, 'logo.png')).rejects.toMatchObject({ code: 'LOGO_LARGE' });
  await expect(readLogo(folder, 'other.svg')).rejects.toMatchObject({ code: 'LOGO_ABSENT' });
});
