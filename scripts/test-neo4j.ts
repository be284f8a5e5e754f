import { deletePoolUrl, savePoolUrl } from '../tests/setup/persistent-pool.js';
import { serveNeo4jPool } from '../tests/setup/neo4j-pool.js';
import { requestTarget } from '../tests/setup/pool-client.js';

/** Keeps the Neo4j instances of the tests running until it is interrupted, so that a test file runs in seconds. */
const pool = await serveNeo4jPool(console.log);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    deletePoolUrl();
    void pool.stop().then(() => process.exit(0));
  });
}
await requestTarget(pool.url);
savePoolUrl(pool.url);
console.log('Test runs use this Neo4j until you press Ctrl-C. In another terminal: npx vitest tests/graphql');
