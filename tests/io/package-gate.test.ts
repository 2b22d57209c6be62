import { afterAll, expect, it } from 'vitest';
import { gallerySettingsSchema } from '../../src/domain/gallery-settings.ts';
import { openPackage } from '../../src/io/enter-package.ts';
import { openPackageGate } from '../../src/io/package-gate.ts';
import { packMade } from '../support/made-package.ts';

const { policy } = gallerySettingsSchema.parse({ title: 'T', description: 'D', owners: ['maintainer'] });
const gate = openPackageGate(2);
afterAll(() => gate.close());

it.each([
  ['a module', { id: 'Sample.Tools', version: '1.0.0' }],
  ['a script', { id: 'Invoke-Sample', version: '1.0.0', kind: 'script' }],
  [
    'what holds a secret',
    {
      id: 'Sample.Tools',
      version: '1.0.0',
      files: { 'k.txt': `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}` },
    },
  ],
] as const)('says of %s what the gate says that is not in a thread', async (_, made) => {
  const bytes = await packMade(made);
  const opened = await gate.open(bytes, 'x.nupkg', policy);
  expect(opened).toEqual(await openPackage(bytes, 'x.nupkg', policy));
  expect(opened.value?.bytes).toBe(bytes);
});

it('refuses what is no archive', async () => {
  const { value, findings } = await gate.open(Buffer.from('no archive'), 'x.nupkg', policy);
  expect([value, findings[0]?.code]).toEqual([undefined, expect.stringMatching(/^ZIP_/)]);
});

it('looks at many, and keeps the process from doing nothing else meanwhile', async () => {
  const bytes = await packMade({ id: 'Sample.Tools', version: '1.0.0' });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const all = await Promise.all(Array.from({ length: 20 }, () => gate.open(bytes, 'x.nupkg', policy)));
  clearInterval(timer);
  expect(all.every(({ value }) => value?.nupkg.nuspec.id === 'Sample.Tools')).toBe(true);
  expect(ticks).toBeGreaterThan(3);
});

it('gives a thread up that takes too long, and starts another one', async () => {
  const hasty = openPackageGate(1, 1);
  const bytes = await packMade({ id: 'Sample.Tools', version: '1.0.0' });
  await expect(hasty.open(bytes, 'x.nupkg', policy)).rejects.toMatchObject({
    code: 'GATE_BROKEN',
    message: 'x.nupkg could not be looked at: it took too long.',
  });
  await expect(hasty.open(bytes, 'x.nupkg', policy)).rejects.toMatchObject({ code: 'GATE_BROKEN' });
  await hasty.close();
});

it('outlives a question that no thread can answer', async () => {
  const bytes = await packMade({ id: 'Sample.Tools', version: '1.0.0' });
  await expect(gate.open(bytes, 'x.nupkg', undefined as never)).rejects.toMatchObject({
    code: 'GATE_BROKEN',
  });
  expect((await gate.open(bytes, 'x.nupkg', policy)).value?.file).toBe('x.nupkg');
});
