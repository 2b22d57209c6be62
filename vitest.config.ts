/** Tests: quick ones side by side; real clients and browsers get the time they need on a small machine. */
import { defineConfig } from 'vitest/config';

const CLIENT_TIMEOUT_MS = 180_000;
const IN_A_BROWSER = ['tests/site/browser*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/clients/**', ...IN_A_BROWSER],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'clients',
          include: ['tests/clients/**/*.test.ts', ...IN_A_BROWSER],
          testTimeout: CLIENT_TIMEOUT_MS,
          hookTimeout: CLIENT_TIMEOUT_MS,
        },
      },
    ],
  },
});
