import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isRunning, ownerLine, readOwner } from '../../src/io/running-process.ts';

it('knows itself by its line', () => {
  const owner = readOwner(ownerLine());
  expect(owner).toMatchObject({ pid: process.pid });
  expect(owner && isRunning(owner)).toBe(true);
});

it.each([
  ['12', { pid: 12, started: undefined }],
  ['12 345\n', { pid: 12, started: '345' }],
  ['', undefined],
  ['ada', undefined],
  ['12 345 6', undefined],
])('reads %j', (line, owner) => {
  expect(readOwner(line)).toEqual(owner);
});

it('knows a process that has ended', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'close');
  expect(isRunning({ pid: child.pid ?? 0, started: undefined })).toBe(false);
});

it.runIf(process.platform === 'linux')('tells a process from an earlier one of its number', () => {
  expect(isRunning({ pid: process.pid, started: '1' })).toBe(false);
  expect(isRunning({ pid: process.pid, started: undefined })).toBe(true);
});
