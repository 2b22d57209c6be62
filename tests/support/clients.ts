/**
 * The real programs that the tests drive, as scripts/setup/test-programs.json lists them. In CI each of them is needed;
 * on a laptop the tests of an absent one are skipped, and the name of the test says so.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type ClientName = 'chromium' | 'dotnet' | 'mono' | 'nuget' | 'pwsh';

interface TestProgram {
  readonly name: ClientName;
  readonly variable: string;
  readonly commands: readonly string[];
  readonly dotnetTool?: { readonly folder: string };
  readonly isWantedOnly?: boolean;
}

const PROGRAMS = (
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'scripts/setup/test-programs.json'), 'utf8')) as {
    readonly programs: readonly TestProgram[];
  }
).programs;

function programOf(name: ClientName): TestProgram {
  const program = PROGRAMS.find((item) => item.name === name);
  if (!program) throw new Error(`${name} is not in test-programs.json`);
  return program;
}

/** Path of the program, or undefined when it is absent. */
export function findClient(name: ClientName): string | undefined {
  const program = programOf(name);
  const named = process.env[program.variable];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  if (program.dotnetTool) folders.unshift(join(PROJECT_ROOT, program.dotnetTool.folder));
  return program.commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find(existsSync);
}

/** The same rule stands in scripts/setup/test-programs.mjs. */
function areRequired(): boolean {
  const { CI, PWSHELF_REQUIRE_CLIENTS } = process.env;
  return CI === 'true' || CI === '1' || PWSHELF_REQUIRE_CLIENTS === '1';
}

/** @param tests  gets the path of the program */
export function describeWithClient(name: ClientName, title: string, tests: (program: string) => void): void {
  const program = findClient(name);
  if (program !== undefined) describe(title, () => tests(program));
  else if (areRequired() && !programOf(name).isWantedOnly)
    throw new Error(`${name} is needed for the tests of ${title}, and it is not there`);
  else describe.skip(`${title} (skipped: there is no ${name})`, () => tests(''));
}

export interface ClientRun {
  readonly code: number;
  /** stdout and stderr, in one text. */
  readonly output: string;
  /** It took longer than there was patience. */
  readonly isCutOff: boolean;
}

/** Runs a program to its end. Without the variables by which this machine may point it at other feeds. */
export function runClient(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly patienceMs?: number;
  },
): Promise<ClientRun> {
  const { cwd, patienceMs = 0 } = options;
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...options.env };
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd, env, maxBuffer: 64 * 1024 * 1024, timeout: patienceMs, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ code, output: `${stdout}\n${stderr}`, isCutOff: error?.killed === true });
      },
    );
  });
}
