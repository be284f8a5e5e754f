/** A process that holds idle connections, sends more load than a server's capacity, and prints the outcome as JSON. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import autocannon from 'autocannon';

const [url = '', ...numbers] = process.argv.slice(2);
const [idle = 0, connections = 0, requestsPerSecond = 0, seconds = 0] = numbers.map(Number);
const { hostname, port } = new URL(url);
const sockets: Socket[] = [];
for (let i = 0; i < idle; i += 1) {
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
}

const counts = { answered: 0, rejected: 0, other: 0, withoutRetryAfter: 0 };
const elapsedMsByStatus: Record<number, number[]> = { 200: [], 503: [] };
const load = autocannon(
  {
    url: `${url}/graphql`,
    ...{ connections, overallRate: requestsPerSecond, ignoreCoordinatedOmission: true, duration: seconds, timeout: 60 },
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ tiers { nodes { slug } } }' }),
        onResponse: (status, body, _context, headers = {}) => {
          if (status === 200 && body.startsWith('{"data":{"tiers"')) counts.answered += 1;
          else if (status === 503 && body.includes('"OVERLOADED"')) counts.rejected += 1;
          else counts.other += 1;
          if (status === 503 && headers['retry-after'] !== '1') counts.withoutRetryAfter += 1;
        },
      },
    ],
  },
  () => undefined,
);
load.on('response', (_client, status, _bytes, elapsedMs) => {
  elapsedMsByStatus[status]?.push(elapsedMs);
});
const [{ errors, timeouts }] = (await once(load, 'done')) as [autocannon.Result];
/** The median, the 99th percentile and the maximum; -1 if there are no numbers. */
function quantilesOf(numbers: readonly number[] = []): { median: number; p99: number; max: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const quantile = (part: number): number =>
    sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? -1;
  return { median: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
}
const closed = sockets.filter(({ destroyed }) => destroyed).length;
console.log(
  JSON.stringify({
    ...counts,
    errors,
    timeouts,
    closed,
    rejectionMs: quantilesOf(elapsedMsByStatus[503]),
    responseMs: quantilesOf(elapsedMsByStatus[200]),
  }),
);
for (const socket of sockets) socket.destroy();
