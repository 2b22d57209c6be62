import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRebuild } from '../../src/io/rebuild.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** A build that tells when it begins, and ends when the file `go` is there. */
async function makeBuild(ending = 'process.exit(0)', retryMs?: number) {
  const folder = await makeTempDir();
  const [log, go] = [join(folder, 'log'), join(folder, 'go')];
  const script = `
    const fs = require('node:fs');
    const log = ${JSON.stringify(log)};
    fs.appendFileSync(log, 'begin\\n');
    const wait = () => fs.existsSync(${JSON.stringify(go)}) ? (() => { ${ending} })() : setTimeout(wait, 5);
    wait();`;
  const told: string[] = [];
  const rebuild = createRebuild({
    command: [process.execPath, '-e', script],
    onBuilt: () => told.push('built'),
    onFailed: (message) => told.push(message),
    ...(retryMs !== undefined && { retryMs }),
  });
  const begun = () => (existsSync(log) ? readFileSync(log, 'utf8').split('begin').length - 1 : 0);
  const until = async (count: number) => {
    while (begun() < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { rebuild, told, begun, until, go: () => writeFileSync(go, '') };
}

it('runs one build at a time, and one more for all that came meanwhile', async () => {
  const { rebuild, told, begun, until, go } = await makeBuild();
  rebuild.schedule();
  await until(1);
  for (let more = 0; more < 10; more++) rebuild.schedule();
  expect(begun()).toBe(1);
  go();
  await rebuild.settled();
  expect([begun(), told]).toEqual([2, ['built', 'built']]);
});

it('tells what a build that fails has said, and builds again', async () => {
  const { rebuild, told, begun, go } = await makeBuild(
    "console.error('The index has errors.'); process.exit(1)",
  );
  go();
  rebuild.schedule();
  await rebuild.settled();
  rebuild.schedule();
  await rebuild.settled();
  expect(told).toEqual(Array(2).fill('The build ended with 1: The index has errors.'));
  expect(begun()).toBe(2);
});

it('tries again by itself until it is built, and no longer when it is closed', async () => {
  const build = await makeBuild("process.exit(fs.readFileSync(log, 'utf8').length > 12 ? 0 : 1)", 1);
  build.go();
  build.rebuild.schedule();
  await expect.poll(() => build.told.at(-1)).toBe('built');
  expect(build.told).toHaveLength(3);
  expect(build.begun()).toBe(3);

  const closed = await makeBuild('process.exit(1)', 50);
  closed.go();
  closed.rebuild.schedule();
  await closed.rebuild.settled();
  await closed.rebuild.close();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(closed.begun()).toBe(1);
});

it('tells when there is no such program', async () => {
  const told: string[] = [];
  const rebuild = createRebuild({
    command: ['/nowhere/at/all'],
    onBuilt: () => told.push('built'),
    onFailed: (message) => told.push(message),
  });
  rebuild.schedule();
  await rebuild.settled();
  expect(told).toEqual([expect.stringMatching(/^The build could not be started: .*ENOENT/)]);
});

it('waits for a build when it is closed, stops one that takes too long, and starts none', async () => {
  const patient = await makeBuild();
  patient.rebuild.schedule();
  await patient.until(1);
  const closing = patient.rebuild.close();
  patient.rebuild.schedule();
  patient.go();
  await closing;
  expect([patient.told, patient.begun()]).toEqual([['built'], 1]);

  const endless = await makeBuild();
  endless.rebuild.schedule();
  await endless.until(1);
  await endless.rebuild.close(1);
  expect(endless.told).toEqual(['The build ended with SIGTERM: ']);
});
