import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // Each file may start a Neo4j of its own: more of them at once than this only wait for each other.
          maxWorkers: 2,
        },
      },
    ],
  },
});
