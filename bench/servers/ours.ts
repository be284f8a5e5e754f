import { createRequire } from 'node:module';
import type neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { openDatabase } from '../../src/neo4j/database.js';
import { createServer } from '../../src/server.js';
import { announce, countCalls, readAssignment } from './inside.js';

// `start` would make the graph the article's; so the same server is brought up over the graph that is there.
const { port, neo4j: target, cache } = readAssignment();
countStatements();
const server = await createServer({
  database: await openDatabase(target),
  logger: pino({ level: 'warn' }),
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
