import { expect, it } from 'vitest';
import { batchParameters } from '../../src/compile/parameters.js';
import type { Database, Row, Statement } from '../../src/neo4j/database.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
let sent: Statement | undefined;

async function measureReadMs(statement: Statement): Promise<number> {
  const startMs = performance.now();
  await neo4j.database.read(statement);
  return performance.now() - startMs;
}

async function read(statement: Statement): Promise<Row[]> {
  if (statement.name !== 'company') return neo4j.database.read(statement);
  sent = statement;
  return neo4j.database.read(statement);
}

const api = serveApi((): Database => ({ ...neo4j.database, read }), {
  read: { isCacheEnabled: false, genericReads: 0 },
});

// No other test sends this query, so Neo4j has no cached plan for it.
const query = `query ($slug: String!) {
  company(slug: $slug) {
    planned: name
    tools(first: 3) { totalCount nodes { name techniques(first: 3) { nodes { name } } domains(first: 3) { nodes { name } } } }
    regions(first: 3) { nodes { name level } }
  }
}`;

const batches = [
  [2, 'ibm'],
  [11, 'google'],
  [11, 'a-company-that-is-not-there'],
] as const;

it('Neo4j reuses the plan of a statement for batches of any size', async () => {
  await api.query(query, { slug: 'google' });
  if (!sent) throw new Error('Expected a statement for the query, found none.');
  const statement = sent;
  const planningMs: number[] = [];
  const reusedMs = batches.map((): number[] => []);
  // A new column name forces Neo4j to plan the statement again. Compare the fastest of several runs.
  for (const number of [1, 2, 3]) {
    const column = `data${number}_${Math.random().toString(36).slice(2)}`;
    const text = statement.text.replace(/ AS data$/, ` AS ${column}`);
    expect(text).not.toBe(statement.text);
    planningMs.push(await measureReadMs({ ...statement, text }));
    for (const [index, [count, slug]] of batches.entries()) {
      const requests = Array.from({ length: count }, () => ({ a0: `Company:${slug}` }));
      reusedMs[index]?.push(
        await measureReadMs({
          ...statement,
          text,
          parameters: batchParameters(requests, sharedParametersOf(statement)),
        }),
      );
    }
  }
  for (const durations of reusedMs) expect(Math.min(...durations)).toBeLessThan(Math.min(...planningMs) / 2);
});

// The parameters that all requests of the batch share.
function sharedParametersOf({ parameters }: Statement): Record<string, unknown> {
  return parameters['batch'] as Record<string, unknown>;
}
