import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// Vite would take the ES module build of graphql, while Node gives Apollo Server the CommonJS one: two realms.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** Tests that need more than the code beside them: a Neo4j, a server, a browser. */
export const withNeo4j: TestProjectInlineConfiguration = {
  resolve,
  test: {
    globalSetup: ['tests/setup/global-setup.ts'],
    // Files of a worker share modules, one browser and one Neo4j to write to; importing anew for each takes minutes.
    isolate: false,
    // Each worker keeps a Neo4j and a browser busy: more of them than cores only wait for each other.
    maxWorkers: 2,
    // These only end what hangs: a busy machine may need many times what an idle one needs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
  },
};

const long = '**/*.long.test.ts';

/** What `npm test` runs; `vitest.long.config.ts` has the rest. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'bench/*/*.test.ts'],
          exclude: [long],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 600_000,
        },
      },
      {
        ...withNeo4j,
        test: {
          ...withNeo4j.test,
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: [long],
          // After the unit tests, which use the whole machine.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
