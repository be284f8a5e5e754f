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
const refusalMs: number[] = [];
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
  if (status === 503) refusalMs.push(elapsedMs);
});
const [{ errors, timeouts }] = (await once(loading, 'done')) as [autocannon.Result];
refusalMs.sort((a, b) => a - b);
const at = (part: number): number =>
  refusalMs[Math.min(Math.floor(refusalMs.length * part), refusalMs.length - 1)] ?? -1;
const closed = sockets.filter(({ destroyed }) => destroyed).length;
console.log(JSON.stringify({ ...seen, errors, timeouts, closed, halfMs: at(0.5), mostMs: at(0.99), slowestMs: at(1) }));
for (const socket of sockets) socket.destroy();
