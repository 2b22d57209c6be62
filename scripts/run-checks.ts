/**
 * `npm test`: every check of the project, two at a time, all of them even when one fails. What a failed check printed is
 * shown under its name; the last line counts.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const AT_ONCE = 2;

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const NODE = process.execPath;

/** The longest first, so that the others run beside it. */
const CHECKS: readonly Check[] = [
  { name: 'tests', command: 'vitest', args: ['run'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'types of the site', command: 'astro', args: ['check', '--root', '.'] },
  { name: 'lint and format', command: 'biome', args: ['ci', '--error-on-warnings'] },
  { name: 'format of the site', command: 'prettier', args: ['--check', 'src/**/*.astro'] },
  { name: 'unused code and dependencies', command: 'knip', args: [] },
  { name: 'reproducible build', command: NODE, args: ['scripts/check-reproducible.ts'] },
];

interface Outcome {
  readonly check: Check;
  readonly isPassed: boolean;
  readonly output: string;
  readonly seconds: number;
}

const waiting = [...CHECKS];
const outcomes: Outcome[] = [];
await Promise.all(Array.from({ length: AT_ONCE }, worker));

const failed = outcomes.filter(({ isPassed }) => !isPassed);
for (const { check, output } of failed) {
  process.stdout.write(
    `\n━━ ${[check.name, check.command, ...check.args].join(' ')}\n\n${reasonsIn(output)}\n`,
  );
}
process.stdout.write(`\nchecks: ${outcomes.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function worker(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const outcome = await run(check);
    outcomes.push(outcome);
    process.stdout.write(`${outcome.isPassed ? 'passed' : 'FAILED'}  ${check.name} (${outcome.seconds} s)\n`);
    // The tests say how many they were, and which were skipped.
    if (check.command === 'vitest' && outcome.isPassed)
      process.stdout.write(`${summaryOf(outcome.output)}\n`);
  }
}

function run(check: Check): Promise<Outcome> {
  const startMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(check.command, check.args, {
      cwd: ROOT,
      // An empty FORCE_COLOR counts as a wish for colour, so it must be gone.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (isPassed: boolean, more = '') =>
      resolve({
        check,
        isPassed,
        output: Buffer.concat(chunks).toString('utf8') + more,
        seconds: Math.round((performance.now() - startMs) / 1000),
      });
    child.on('error', (error) => finish(false, String(error)));
    child.on('close', (code) => finish(code === 0));
  });
}

/** Of the tests, what failed: thousands of lines about those that passed come before it. */
function reasonsIn(output: string): string {
  const start = output.search(/^.*(?:Failed (?:Suites|Tests)|Unhandled (?:Errors?|Rejection)).*$/m);
  return start < 0 ? output : output.slice(start);
}

function summaryOf(output: string): string {
  return output
    .split('\n')
    .filter((line) => /^\s*(?:Test Files|Tests|.*\bskipped\b)/.test(line))
    .join('\n');
}
