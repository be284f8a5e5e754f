import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** Asked of servers by MAY or by taking forms that protection against forged requests refuses: noted, not required. */
const notices = new Set(['5A70', '9C48', '9ABE', 'D6D5', '6A70']);

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);
  const audits = serverAudits({ url: () => `${server.address}/graphql` });

  it('is audited in all 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => ({ audit, id: audit.id, name: audit.name })))('$id $name', async ({ audit, id }) => {
    const result = await audit.fn();
    const allowed = notices.has(id) ? ['ok', 'notice'] : ['ok'];
    expect(allowed, 'reason' in result ? result.reason : '').toContain(result.status);
  });
});
