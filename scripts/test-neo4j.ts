import { forgetKeptPool, noteKeptPool } from '../tests/setup/kept-pool.js';
import { requestTarget, serveNeo4jPool } from '../tests/setup/neo4j-pool.js';

/** Keeps the Neo4j instances of the tests up until it is interrupted, so that a run of one file takes seconds. */
const pool = await serveNeo4jPool(console.log);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    forgetKeptPool();
    void pool.stop().then(() => process.exit(0));
  });
}
await requestTarget(pool.url, 'article');
noteKeptPool(pool.url);
console.log('Test runs use this Neo4j until you press Ctrl-C. In another terminal: npx vitest tests/graphql');
