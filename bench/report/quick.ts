import type { Figures } from '../measure/figures.js';

// At most one statement per request, plus a few retries. Batching needs fewer.
const maxStatements = 1.05;

/** How many times per second a server with a response cache checks the data version, if no other read returns it. */
const checksPerSecond = 2;

/** The violations of a smoke test: failed requests, and more than one statement per request. */
export function checkQuick(figures: readonly Figures[]): string[] {
  const failedFigures = figures.filter(({ failures, requests }) => failures > 0 || requests === 0);
  const excessiveFigures = figures.filter(
    ({ server, statementsPerRequest, requestsPerSecond }) =>
      server.startsWith('ours') &&
      statementsPerRequest > maxStatements + (server === 'ours-cached' ? checksPerSecond / requestsPerSecond : 0),
  );
  return [
    ...failedFigures.map(({ server, work, failures }) => `${server} failed ${failures} requests of ${work}.`),
    ...excessiveFigures.map(
      ({ work, statementsPerRequest }) =>
        `Ours sent ${statementsPerRequest.toFixed(2)} statements per request of ${work}, expected at most 1.`,
    ),
  ];
}
