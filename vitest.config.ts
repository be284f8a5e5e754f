import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { HeavyFirst } from './tests/setup/heavy-first.js';

const long = '**/*.long.test.ts';

/** How tests run, whichever of them; the test files of a run are those of its own configuration. */
export const shared: ViteUserConfig = {
  // Vite would take the ES module build of graphql, while Node gives Apollo Server the CommonJS one: two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tests/setup/global-setup.ts'],
    sequence: { sequencer: HeavyFirst },
    // Files of a worker share modules and one browser; importing anew for each takes minutes.
    isolate: false,
    // Two more than the cores that CI has, because tests wait: for a Neo4j, for a page, for time to pass.
    maxWorkers: 4,
    // Answers and graphs that live for one test alone: with V8's 16 MB, workers spend a tenth of their time on them.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=16'],
    // These only end what hangs: a busy machine may need many times what an idle one needs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
  },
};

/** What `npm test` runs; `vitest.long.config.ts` has the rest. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ['src/**/*.test.ts', 'bench/*/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [long],
  },
});
