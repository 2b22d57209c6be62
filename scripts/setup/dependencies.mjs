/**
 * Installs node_modules when it is not what package-lock.json says, and makes sure that the Node inside it
 * runs: npm scripts find it first on their PATH, so everything else may rely on Node 24.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const OLDEST_NODE_TO_START_WITH = 20;
const OLDEST_NODE_TO_RUN_ON = 24;

/**
 * @param {string} root  the checkout
 * @throws Error with a sentence for the user
 */
export function ensureDependencies(root) {
  if (majorOf(process.version) < OLDEST_NODE_TO_START_WITH) {
    throw new Error(
      `this is Node ${process.version}; pwshelf needs ${OLDEST_NODE_TO_START_WITH} or later. Install it from https://nodejs.org.`,
    );
  }
  if (!isInstalled(root)) {
    console.error('setup: installing the dependencies of package-lock.json; this takes a minute.');
    // Not `npm ci`: it refuses a lock file that lacks the binaries of some other system, and a lock file written on one
    // system can lack them. This installs what the lock file says, adds what this system needs, and leaves the file as
    // it is. Scripts of packages are not run; the one that is needed comes below.
    runNpm(root, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  if (nodeVersion(root) === undefined) {
    console.error(`setup: installing Node ${OLDEST_NODE_TO_RUN_ON} into node_modules (npm rebuild node).`);
    runNpm(root, [
      'rebuild',
      'node',
      '--ignore-scripts=false',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
  }
  const version = nodeVersion(root);
  if (version === undefined || majorOf(version) < OLDEST_NODE_TO_RUN_ON) {
    throw new Error(
      `the Node in node_modules ${version === undefined ? 'does not run' : `is ${version}`}, but ${OLDEST_NODE_TO_RUN_ON} or later is needed. ` +
        'Remove node_modules and try again; when npm may not run install scripts here, allow the one of the package "node".',
    );
  }
}

/**
 * Compares what npm noted in node_modules with the lock file, entry by entry: times say nothing after a
 * checkout, and npm writes its note last, so an interrupted installation has none.
 * @param {string} root
 */
function isInstalled(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedFile);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true;
    const found = installed[path];
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
  } catch (error) {
    throw new Error(
      `${lockFile} cannot be read (${String(error)}). Restore it with git, or remove node_modules.`,
    );
  }
}

/**
 * `v24.1.0`, or undefined when there is none that runs.
 * @param {string} root
 */
function nodeVersion(root) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', 'node', 'bin', file);
  const run = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = run.stdout?.trim();
  return run.status === 0 && /^v\d+\./.test(version) ? version : undefined;
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  // Without our own .bin: npm must not run on the Node that it is about to replace.
  const bin = resolve(root, 'node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => resolve(entry) !== bin);
  const run = spawnSync('npm', args, {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    // Talk goes to stderr; stdout belongs to the command which follows.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return;
  const outcome = run.error ? run.error.message : `ended with code ${run.status ?? run.signal}`;
  throw new Error(
    `\`npm ${args.join(' ')}\` ${outcome}; what it said stands above. ` +
      'Check that the npm registry can be reached (`npm ping`), then run the same command again.',
  );
}

/** @param {string} version */
function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}
