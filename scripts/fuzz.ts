/**
 * `npm run fuzz -- [--rounds N] [--seed S] [FILE…]`: the laws that the tests hold, tried with values that `npm test`
 * does not try. Each round has a seed of its own, which is printed, and with which a failure is repeated.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const HELP = `npm run fuzz -- [--rounds N] [--seed S] [FILE…]

Runs the tests that hold laws with values that npm test does not try.

  --rounds N   how many times, each with a seed of its own (10)
  --seed S     one round with this seed: repeats what failed
  FILE         tests to run; all that hold laws, if none is named
`;
const MAX_SEED = 2 ** 31;

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

if (values.help) process.stdout.write(HELP);
else fuzz(wholeNumber('rounds', values.rounds), values.seed, positionals);

function fuzz(rounds: number, seed: string | undefined, named: readonly string[]): void {
  const files = named.length > 0 ? named : filesWithLaws();
  const seeds =
    seed === undefined
      ? Array.from({ length: rounds }, () => randomInt(1, MAX_SEED))
      : [wholeNumber('seed', seed)];
  let failed = 0;
  for (const [index, one] of seeds.entries()) {
    const output = runOnce(files, one);
    process.stdout.write(
      `${output === undefined ? 'passed' : 'FAILED'}  ${index + 1} of ${seeds.length}, seed ${one}\n`,
    );
    if (output === undefined) continue;
    failed++;
    process.stdout.write(`\n${output}\nTo repeat it: npm run fuzz -- --seed ${one}\n\n`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

/** @returns what the tests printed, if one failed */
function runOnce(files: readonly string[], seed: number): string | undefined {
  const { status, stdout, stderr } = spawnSync('vitest', ['run', ...files], {
    env: { ...process.env, PWSHELF_LAW_SEED: String(seed), NO_COLOR: '1', FORCE_COLOR: undefined },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return undefined;
  const start = stdout.search(/^.*Failed (?:Suites|Tests).*$/m);
  return start < 0 ? stdout + stderr : stdout.slice(start);
}

function filesWithLaws(): readonly string[] {
  return globSync('tests/**/*.test.ts')
    .filter((file) => readFileSync(file, 'utf8').includes('/support/laws.ts'))
    .sort();
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < MAX_SEED) return value;
  process.stderr.write(`--${option} takes a whole number from 1, not ${text}.\n`);
  process.exit(2);
}
