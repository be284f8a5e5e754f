/** A process that holds idle connections, sends more than a server can carry, and prints what came back as JSON. */
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

const seen = { answered: 0, refused: 0, other: 0, unasked: 0 };
const elapsed: Record<number, number[]> = { 200: [], 503: [] };
const loading = autocannon(
  {
    url: `${url}/graphql`,
    ...{ connections, overallRate: requestsPerSecond, ignoreCoordinatedOmission: true, duration: seconds, timeout: 60 },
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ tiers { nodes { slug } } }' }),
        onResponse: (status, body, _context, headers = {}) => {
          if (status === 200 && body.startsWith('{"data":{"tiers"')) seen.answered += 1;
          else if (status === 503 && body.includes('"OVERLOADED"')) seen.refused += 1;
          else seen.other += 1;
          if (status === 503 && headers['retry-after'] !== '1') seen.unasked += 1;
        },
      },
    ],
  },
  () => undefined,
);
loading.on('response', (_client, status, _bytes, elapsedMs) => {
  elapsed[status]?.push(elapsedMs);
});
const [{ errors, timeouts }] = (await once(loading, 'done')) as [autocannon.Result];
/** The middle, the one that 99 of 100 do not exceed, and the most. */
function quantilesOf(numbers: readonly number[] = []): { half: number; most: number; all: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? -1;
  return { half: at(0.5), most: at(0.99), all: at(1) };
}
const closed = sockets.filter(({ destroyed }) => destroyed).length;
console.log(
  JSON.stringify({
    ...seen,
    errors,
    timeouts,
    closed,
    refusalMs: quantilesOf(elapsed[503]),
    answerMs: quantilesOf(elapsed[200]),
  }),
);
for (const socket of sockets) socket.destroy();
