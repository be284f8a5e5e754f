import { createRequire } from 'node:module';
import type neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { notifyReady, countCalls, readServerConfig } from './server-process.js';

// Imports the build, as in production.
const importBuilt = (file: string): Promise<unknown> => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openDatabase } = (await importBuilt('neo4j/database.js')) as typeof import('../../src/neo4j/database.js');
const { createServer } = (await importBuilt('server.js')) as typeof import('../../src/server.js');

const { keepHeapSmall } = (await importBuilt('heap.js')) as typeof import('../../src/heap.js');

keepHeapSmall();
// `start` would load the article's dataset, so the server is created directly on the existing graph.
const { port, neo4j: target, cache } = readServerConfig();
countStatements();
const server = await createServer({
  database: await openDatabase(target),
  logger: pino({ level: 'error' }),
  read: { executor: 'jit', isCacheEnabled: cache, cacheUrl: undefined },
});
await server.listen({ host: '127.0.0.1', port });
notifyReady();

/** Counts statements in the project's copy of the driver, which is not the bench's copy. */
function countStatements(): void {
  const driver: typeof neo4j = createRequire(new URL('../../src/', import.meta.url))('neo4j-driver');
  countCalls(driver.Session.prototype, 'run');
  countCalls(driver.Transaction.prototype, 'run');
}
