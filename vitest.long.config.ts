import { defineConfig } from 'vitest/config';
import { shared } from './vitest.config.js';

/** The tests of `npm run test:long`, which take minutes. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ['src/**/*.long.test.ts', 'tests/**/*.long.test.ts'],
    // Most of them keep both cores busy: more workers would slow them down.
    maxWorkers: 2,
  },
});
