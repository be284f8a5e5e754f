import type { Figures } from '../measure/figures.js';

// One for a root field, or fewer where requests travel together; a few more look whether the data have changed.
const mostStatements = 1.05;

/** What a check must not find, one sentence each: failed requests, or more statements than one a request. */
export function checkQuick(figures: readonly Figures[]): string[] {
  const failed = figures.filter(({ failures, requests }) => failures > 0 || requests === 0);
  const chatty = figures.filter(
    ({ server, statementsPerRequest }) => server.startsWith('ours') && statementsPerRequest > mostStatements,
  );
  return [
    ...failed.map(({ server, work, failures }) => `${server} failed ${failures} requests of ${work}.`),
    ...chatty.map(
      ({ work, statementsPerRequest }) =>
        `Ours sent ${statementsPerRequest.toFixed(2)} statements for each request of ${work}; one is enough.`,
    ),
  ];
}
