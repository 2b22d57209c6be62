/** The real nuget 5.8 of node_modules, run by mono in a folder of its own. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClientRun, PROJECT_ROOT } from './clients.ts';
import { runUnderMono } from './mono-run.ts';

const NUGET = join(PROJECT_ROOT, 'node_modules/nuget-exe/nuget-5.8.0.exe');

export interface NuGetRun extends ClientRun {
  /** Names of what lies in the folder `out`, sorted. */
  readonly installed: readonly string[];
}

/** @param config  the text of a NuGet.Config */
export async function runNuGet(
  mono: string,
  cwd: string,
  args: readonly string[],
  config?: string,
): Promise<NuGetRun> {
  const out = join(cwd, 'out');
  mkdirSync(out, { recursive: true });
  if (config !== undefined) writeFileSync(join(cwd, 'NuGet.Config'), config);
  const env = { HOME: cwd, XDG_DATA_HOME: cwd, NUGET_PACKAGES: join(cwd, 'cache') };
  const run = await runUnderMono(mono, [NUGET, ...args, '-NonInteractive'], { cwd, env });
  return { ...run, installed: existsSync(out) ? readdirSync(out).sort() : [] };
}
