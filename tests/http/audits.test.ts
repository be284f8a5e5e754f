import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** Audits that may end with a notice: MAY requirements, and forms, which the protection against CSRF rejects. */
const allowedNotices = new Set(['5A70', '9C48', '9ABE', 'D6D5', '6A70']);

describe('the audits of GraphQL over HTTP by graphql-http', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);
  const audits = serverAudits({ url: () => `${server.address}/graphql` });

  it('are 61', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => ({ audit, id: audit.id, name: audit.name })))('$id $name', async ({ audit, id }) => {
    const result = await audit.fn();
    const allowedStatuses = allowedNotices.has(id) ? ['ok', 'notice'] : ['ok'];
    expect(allowedStatuses, 'reason' in result ? result.reason : '').toContain(result.status);
  });
});
