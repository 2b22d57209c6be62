/**
 * Finds the browser and the real clients that the tests drive, and installs those that apt-get can install.
 * In CI each of them is needed. On a laptop the tests of an absent one are skipped, which one line says.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} TestProgram
 * @property {string} name
 * @property {string} tests  what is not tested without it
 * @property {string} variable  an environment variable that names its file
 * @property {string[]} commands  looked for on the PATH, in this order
 * @property {string[]} probe  arguments with which it ends well when it is complete
 * @property {string[]} apt  packages that hold it and what it needs
 * @property {{ package: string, version: string, folder: string }} [dotnetTool]  a tool of dotnet, and where below the checkout
 * @property {boolean} [isWantedOnly]  not needed in CI: its source may be out of reach there, and its requests are replayed as well
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
  absent = absent.filter((program) => !installWithDotnet(program, root) || !works(program, root));
  const needed = areRequired() ? absent.filter((program) => !program.isWantedOnly) : [];
  if (needed.length > 0)
    throw new Error(['these programs are needed for the tests:', ...needed.map(howToGet)].join('\n  '));
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
  const file = findProgram(program, root);
  if (file === undefined) return false;
  const args = program.probe.map((argument) => argument.replace('{root}', root));
  return spawnSync(file, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/**
 * @param {TestProgram} program
 * @param {string} root
 */
function findProgram(program, root) {
  const named = process.env[program.variable];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (program.dotnetTool) folders.unshift(join(root, program.dotnetTool.folder));
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

/**
 * @param {TestProgram} program
 * @param {string} root
 * @returns {boolean} whether it was installed
 */
function installWithDotnet({ name, dotnetTool }, root) {
  if (!dotnetTool || spawnSync('dotnet', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  console.error(`setup: installing for the tests (dotnet tool install): ${name}`);
  const folder = join(root, dotnetTool.folder);
  // What was half installed would keep it from being installed.
  rmSync(folder, { recursive: true, force: true });
  const args = [
    'tool',
    'install',
    dotnetTool.package,
    '--version',
    dotnetTool.version,
    '--tool-path',
    folder,
  ];
  const { status, stdout, stderr } = spawnSync('dotnet', args, {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
    timeout: 300_000,
  });
  if (status !== 0) console.error(`setup: dotnet tool install failed.\n${stdout}${stderr}`);
  return status === 0;
}

/** How to become root without asking anybody: not at all, with CI's own sudo, or undefined for never. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (areRequired() && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)
    return ['sudo', '-n'];
  return undefined;
}
