/** The configuration of the edge worker: what it names is there, and what the worker relies on is set. */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseWorkerSettings } from '../../src/gateway/edge/worker-settings.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import { readWorkerConfig, WORKER_CONFIG_DIR } from '../support/worker-config.ts';

const CONFIG = readWorkerConfig();

const fromRoot = (path: string) => relative(PROJECT_ROOT, resolve(WORKER_CONFIG_DIR, path));

it('names the entry of the worker and the folder that build writes', () => {
  expect(fromRoot(CONFIG.main)).toBe('src/gateway/edge/worker.ts');
  expect(existsSync(resolve(WORKER_CONFIG_DIR, CONFIG.main))).toBe(true);
  expect(fromRoot(CONFIG.assets.directory)).toBe('dist');
});

it('leaves every request to the worker, and every address to be what it is', () => {
  expect(CONFIG.assets).toEqual({
    directory: '../../dist',
    binding: 'ASSETS',
    run_worker_first: true,
    html_handling: 'none',
    not_found_handling: 'none',
  });
});

it('asks for nothing of Node', () => {
  expect(CONFIG.compatibility_flags ?? []).toEqual([]);
});

it('has a date that the installed platform knows', () => {
  const manifest = readFileSync(resolve(PROJECT_ROOT, 'node_modules/workerd/package.json'), 'utf8');
  const [, year, month, day] =
    /^1\.(\d{4})(\d{2})(\d{2})\./.exec((JSON.parse(manifest) as { version: string }).version) ?? [];
  expect(CONFIG.compatibility_date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(CONFIG.compatibility_date <= `${year}-${month}-${day}`).toBe(true);
});

it('sets variables that the worker can read, and no secret', () => {
  expect(Object.keys(CONFIG.vars).sort()).toEqual(['BASE', 'LOG', 'PUSH_URL']);
  expect(parseWorkerSettings(CONFIG.vars)).toMatchObject({ ok: true, value: { readerDigests: undefined } });
});

it('has a name that the platform accepts', () => {
  expect(CONFIG.name).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
});
