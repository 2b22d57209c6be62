/** Tests: quick ones side by side; real clients and browsers get the time they need on a small machine. */
import { defineConfig } from 'vitest/config';

const CLIENT_TIMEOUT_MS = 180_000;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/clients/**', 'tests/site/browser.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'clients',
          include: ['tests/clients/**/*.test.ts', 'tests/site/browser.test.ts'],
          testTimeout: CLIENT_TIMEOUT_MS,
          hookTimeout: CLIENT_TIMEOUT_MS,
        },
      },
    ],
  },
});
