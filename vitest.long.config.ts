import { defineConfig } from 'vitest/config';
import { withNeo4j } from './vitest.config.js';

/** What `npm run test:long` runs: tests that need minutes by their nature. */
export default defineConfig({
  ...withNeo4j,
  test: { ...withNeo4j.test, name: 'long', include: ['src/**/*.long.test.ts', 'tests/**/*.long.test.ts'] },
});
