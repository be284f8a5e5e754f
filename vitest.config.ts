import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { SlowTestsFirst } from './tests/setup/slow-tests-first.js';

const long = '**/*.long.test.ts';

/** The settings of all test runs; each configuration adds its test files. */
export const shared: ViteUserConfig = {
  // Vite would load the ESM build of graphql, but Node loads the CommonJS build for Apollo Server: two instances.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tests/setup/global-setup.ts'],
    sequence: { sequencer: SlowTestsFirst },
    // The test files of a worker share modules and one browser; importing modules again for each file takes minutes.
    isolate: false,
    // Two more than the cores in CI, because tests often wait for Neo4j, a page or a timer.
    maxWorkers: 4,
    // Tests create many short-lived objects: with V8's default of 16 MB, workers spend a tenth of their time on GC.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=16'],
    // Only to end tests that hang: a busy machine may need many times as long as an idle one.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
  },
};

/** The tests of `npm test`; `vitest.long.config.ts` has the others. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ['src/**/*.test.ts', 'bench/*/*.test.ts', 'scripts/*/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [long],
  },
});
