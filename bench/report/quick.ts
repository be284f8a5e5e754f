import type { Figures } from '../measure/figures.js';

// One for a root field, or fewer where one statement answers several requests, and a few tried again.
const mostStatements = 1.05;

/** How often in a second a server that keeps answers looks whether the data have changed, where no other read shows it. */
const looksPerSecond = 2;

/** What a check must not find, one sentence each: failed requests, or more statements than one a request. */
export function checkQuick(figures: readonly Figures[]): string[] {
  const failed = figures.filter(({ failures, requests }) => failures > 0 || requests === 0);
  const chatty = figures.filter(
    ({ server, statementsPerRequest, requestsPerSecond }) =>
      server.startsWith('ours') &&
      statementsPerRequest > mostStatements + (server === 'ours-cached' ? looksPerSecond / requestsPerSecond : 0),
  );
  return [
    ...failed.map(({ server, work, failures }) => `${server} failed ${failures} requests of ${work}.`),
    ...chatty.map(
      ({ work, statementsPerRequest }) =>
        `Ours sent ${statementsPerRequest.toFixed(2)} statements for each request of ${work}; one is enough.`,
    ),
  ];
}
