/** Tests: quick ones side by side; real clients and browsers get the time they need on a small machine. */
import { defineConfig } from 'vitest/config';

/** Ends what hangs, and nothing that is slow: kills at every step of a push take minutes on a busy machine. */
const CLIENT_TIMEOUT_MS = 600_000;
const WHOLE_SITES = ['tests/site/browser*.test.ts', 'tests/site/build-site.test.ts'];
/** What happens in another process happens late on a machine that does other things too. */
const PATIENCE = { poll: { timeout: 15_000 } };
/** Git repositories, GitHub over HTTP, and processes of their own. */
const WHOLE_REQUESTS = ['tests/actions/*.test.ts', 'tests/gateway/node/index-door*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/clients/**', ...WHOLE_SITES, ...WHOLE_REQUESTS],
          testTimeout: 60_000,
          expect: PATIENCE,
        },
      },
      {
        test: {
          name: 'clients',
          include: ['tests/clients/**/*.test.ts', ...WHOLE_SITES, ...WHOLE_REQUESTS],
          testTimeout: CLIENT_TIMEOUT_MS,
          hookTimeout: CLIENT_TIMEOUT_MS,
          expect: PATIENCE,
        },
      },
    ],
  },
});
