/**
 * Makes a fresh checkout ready, before `npm start`, `npm test` and `npm run pwshelf` do their work. It runs
 * when nothing is installed yet and on Node 20, so it is plain JavaScript that imports only node: modules.
 * With --for-tests it also sees to the programs that the tests drive.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './setup/dependencies.mjs';
import { withSetupLock } from './setup/setup-lock.mjs';
import { ensureTestPrograms } from './setup/test-programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  await withSetupLock(join(root, '.cache'), () => {
    ensureDependencies(root);
    if (process.argv.includes('--for-tests')) ensureTestPrograms(root);
  });
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
