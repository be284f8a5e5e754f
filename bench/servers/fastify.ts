import { fastify } from 'fastify';
import { notifyReady, readServerConfig } from './server-process.js';

// A minimal Fastify route: it parses the request's JSON and returns a constant text, our server's response to the first
// request.
const { port, ours } = readServerConfig();
let cachedResponse: Promise<string> | undefined;

const server = fastify();
server.post('/', async (request, reply) => {
  cachedResponse ??= fetchFromOurs(request.body);
  return reply.header('content-type', 'application/json; charset=utf-8').send(await cachedResponse);
});
await server.listen({ host: '127.0.0.1', port });
notifyReady();

async function fetchFromOurs(body: unknown): Promise<string> {
  if (ours === undefined)
    throw new Error('The server "fastify" needs "ours" or "ours-cached" in --servers, whose response it returns.');
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(ours, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.text();
}
