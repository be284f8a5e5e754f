import { defineConfig } from 'vitest/config';

// Vite would take the ES module build of graphql, while Node gives Apollo Server the CommonJS one: two realms.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'unit', include: ['src/**/*.test.ts', 'bench/*/*.test.ts'], testTimeout: 60_000 } },
      {
        resolve,
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/setup/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // Each file may start a Neo4j of its own: more of them at once than this only wait for each other.
          maxWorkers: 2,
          // After the unit tests, which use the whole machine.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
