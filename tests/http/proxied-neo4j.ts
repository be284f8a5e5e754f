import { afterAll, beforeAll } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { sharedNeo4j } from '../setup/databases.js';
import { startProxy, type Proxy } from './proxy.js';

/** The shared Neo4j behind a proxy that can fail; both members are available from `beforeAll` on. */
export interface ProxiedNeo4j {
  readonly proxy: Proxy;
  readonly database: Database;
}

/** Opens the shared Neo4j through a new proxy, or the provided one, for the tests of one `describe`. */
export function proxiedNeo4j(provide?: () => Proxy): ProxiedNeo4j {
  const neo4j = sharedNeo4j();
  let opened: ProxiedNeo4j | undefined;
  const get = (): ProxiedNeo4j => {
    if (!opened) throw new Error('The proxy is used before "beforeAll" has started it.');
    return opened;
  };
  beforeAll(async () => {
    const proxy = provide?.() ?? (await startProxy(neo4j.target.uri));
    opened = { proxy, database: await openDatabase({ ...neo4j.target, uri: `bolt://127.0.0.1:${proxy.port}` }) };
  });
  afterAll(async () => {
    // A frozen connection would never close.
    opened?.proxy.thaw();
    await opened?.database.close();
    await opened?.proxy.close();
  });
  return {
    get proxy() {
      return get().proxy;
    },
    get database() {
      return get().database;
    },
  };
}
