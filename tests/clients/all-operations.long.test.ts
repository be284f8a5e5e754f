import { describe, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { operationNames, readOperation } from '../operations/read-operation.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeRelayApp } from './describe-relay-app.js';
import { expectAnswerFromCache } from './urql/ask.js';
import { urqlApp } from './urql/client.js';

describeRelayApp(1);

describe('urql with its normalizing cache', () => {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);
  const schema = buildSchema();

  it.each(operationNames())('returns data for %s, the second time from the cache', (name) =>
    expectAnswerFromCache(urqlApp(api.url, schema), readOperation(name)),
  );
});
