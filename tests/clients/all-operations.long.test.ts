import { describe, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeRelayApp } from './describe-relay-app.js';
import { expectCachedData } from './urql/send-query.js';
import { createUrqlApp } from './urql/client.js';

describeRelayApp(1);

describe('urql with its normalizing cache', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);
  const schema = buildSchema();

  it.each(listOperationNames())('returns data for %s, the second time from the cache', (name) =>
    expectCachedData(createUrqlApp(api.url, schema), readOperation(name)),
  );
});
