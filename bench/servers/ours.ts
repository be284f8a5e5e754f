import { createRequire } from 'node:module';
import type neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { announce, countCalls, readAssignment } from './inside.js';

// As it is installed: what runs the other files of the bench adds work of its own to every function that is made.
const built = (file: string): Promise<unknown> => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openDatabase } = (await built('neo4j/database.js')) as typeof import('../../src/neo4j/database.js');
const { createServer } = (await built('server.js')) as typeof import('../../src/server.js');

const { keepHeapSmall } = (await built('heap.js')) as typeof import('../../src/heap.js');

keepHeapSmall();
// `start` would make the graph the article's; so the same server is brought up over the graph that is there.
const { port, neo4j: target, cache } = readAssignment();
countStatements();
const server = await createServer({
  database: await openDatabase(target),
  logger: pino({ level: 'error' }),
  read: { executor: 'jit', cache, cacheUrl: undefined },
});
await server.listen({ host: '127.0.0.1', port });
announce();

/** Counts in the very copy of the driver that the project uses. */
function countStatements(): void {
  const driver: typeof neo4j = createRequire(new URL('../../src/', import.meta.url))('neo4j-driver');
  countCalls(driver.Session.prototype, 'run');
  countCalls(driver.Transaction.prototype, 'run');
}
