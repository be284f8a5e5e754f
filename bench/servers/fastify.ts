import { fastify } from 'fastify';
import { announce, readAssignment } from './inside.js';

// The least that a route of Fastify does: it reads the request's JSON and returns a text. Its one answer is, byte for byte,
// what our server answers to the first request.
const { port, ours } = readAssignment();
let answer: Promise<string> | undefined;

const server = fastify();
server.post('/', async (request, reply) => {
  answer ??= askOurs(request.body);
  return reply.header('content-type', 'application/json; charset=utf-8').send(await answer);
});
await server.listen({ host: '127.0.0.1', port });
announce();

async function askOurs(body: unknown): Promise<string> {
  if (ours === undefined)
    throw new Error('The empty route needs a server of ours that runs, and --servers names none.');
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(ours, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.text();
}
