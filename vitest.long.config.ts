import { defineConfig } from 'vitest/config';
import { shared } from './vitest.config.js';

/** What `npm run test:long` runs: tests that need minutes by their nature. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ['src/**/*.long.test.ts', 'tests/**/*.long.test.ts'],
    // Most of these keep both cores busy: more workers would only take from them.
    maxWorkers: 2,
  },
});
