/**
 * Finds the browser and the real clients that the tests drive, and installs those that apt-get can install.
 * In CI each of them is needed. On a laptop the tests of an absent one are skipped, which one line says.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} TestProgram
 * @property {string} name
 * @property {string} tests  what is not tested without it
 * @property {string} variable  an environment variable that names its file
 * @property {string[]} commands  looked for on the PATH, in this order
 * @property {string[]} probe  arguments with which it ends well when it is complete
 * @property {string[]} apt  packages that hold it and what it needs
 * @property {string} get  what to do where there is no apt-get
 */

/**
 * @param {string} root  the checkout, with its dependencies installed
 * @throws Error with a sentence for the user
 */
export function ensureTestPrograms(root) {
  /** @type {TestProgram[]} */
  const programs = JSON.parse(
    readFileSync(join(root, 'scripts', 'setup', 'test-programs.json'), 'utf8'),
  ).programs;
  let absent = programs.filter((program) => !works(program, root));
  const packages = absent.flatMap((program) => program.apt);
  if (packages.length > 0 && installWithApt(packages)) {
    absent = absent.filter((program) => !works(program, root));
  }
  if (absent.length === 0) return;
  if (areRequired()) {
    throw new Error(['these programs are needed for the tests:', ...absent.map(howToGet)].join('\n  '));
  }
  for (const program of absent) console.error(`setup: NOT TESTED: ${howToGet(program)}`);
}

/** The same rule stands in tests/support/clients.ts. */
function areRequired() {
  const { CI, PWSHELF_REQUIRE_CLIENTS } = process.env;
  return CI === 'true' || CI === '1' || PWSHELF_REQUIRE_CLIENTS === '1';
}

/** @param {TestProgram} program */
function howToGet(program) {
  const apt = program.apt.length > 0 ? `apt-get install ${program.apt.join(' ')}, or ` : '';
  return `${program.tests}, because ${program.name} is absent or incomplete. To have it: ${apt}${program.get}, or set ${program.variable} to its path.`;
}

/**
 * @param {TestProgram} program
 * @param {string} root
 */
function works(program, root) {
  const file = findProgram(program);
  if (file === undefined) return false;
  const args = program.probe.map((argument) => argument.replace('{root}', root));
  return spawnSync(file, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** @param {TestProgram} program */
function findProgram(program) {
  const named = process.env[program.variable];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const command of program.commands) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = join(folder, command + ending);
        if (existsSync(file)) return file;
      }
    }
  }
  return undefined;
}

/**
 * @param {string[]} packages
 * @returns {boolean} whether anything was installed
 */
function installWithApt(packages) {
  const prefix = rootPrefix();
  if (prefix === undefined || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return false;
  console.error(`setup: installing for the tests (apt-get): ${packages.join(' ')}`);
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = '', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      // Another installation may be under way on this machine.
      '-o',
      'DPkg::Lock::Timeout=300',
      ...args,
    ];
    return spawnSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const update = apt('update');
  const install = apt('install', '--yes', '--no-install-recommends', ...packages);
  if (install.status === 0) return true;
  console.error(`setup: apt-get failed.\n${update.stderr}${install.stderr}`);
  return false;
}

/** How to become root without asking anybody: not at all, with CI's own sudo, or undefined for never. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (areRequired() && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)
    return ['sudo', '-n'];
  return undefined;
}
