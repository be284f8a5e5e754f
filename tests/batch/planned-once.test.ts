import { expect, it } from 'vitest';
import { batchParameters } from '../../src/compile/parameters.js';
import type { Database, Row, Statement } from '../../src/neo4j/database.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
let sent: Statement | undefined;

async function timed(statement: Statement): Promise<number> {
  const from = performance.now();
  await neo4j.database.read(statement);
  return performance.now() - from;
}

async function read(statement: Statement): Promise<Row[]> {
  if (statement.name !== 'company') return neo4j.database.read(statement);
  sent = statement;
  return neo4j.database.read(statement);
}

const api = listen((): Database => ({ ...neo4j.database, read }), { read: { cache: false } });

// Nobody else asks this: Neo4j plans it here for the first time.
const query = `query ($slug: String!) {
  company(slug: $slug) {
    planned: name
    tools(first: 3) { totalCount nodes { name techniques(first: 3) { nodes { name } } domains(first: 3) { nodes { name } } } }
    regions(first: 3) { nodes { name level } }
  }
}`;

const shapes = [
  [2, 'ibm'],
  [11, 'google'],
  [11, 'a-company-that-is-not-there'],
] as const;

it('Neo4j plans a statement once, however many requests it answers', async () => {
  await api.ask(query, { slug: 'google' });
  if (!sent) throw new Error('A statement must have been sent.');
  const statement = sent;
  const plannedMs: number[] = [];
  const againMs = shapes.map((): number[] => []);
  // Each time under a new name for its column, which Neo4j has to plan: of several times the fastest tells.
  for (const number of [1, 2, 3]) {
    const column = `data${number}_${Math.random().toString(36).slice(2)}`;
    const text = statement.text.replace(/ AS data$/, ` AS ${column}`);
    expect(text).not.toBe(statement.text);
    plannedMs.push(await timed({ ...statement, text }));
    for (const [place, [count, slug]] of shapes.entries()) {
      const requests = Array.from({ length: count }, () => ({ a0: slug }));
      againMs[place]?.push(
        await timed({ ...statement, text, parameters: batchParameters(requests, sharedOf(statement)) }),
      );
    }
  }
  for (const times of againMs) expect(Math.min(...times)).toBeLessThan(Math.min(...plannedMs) / 2);
});

// As it was sent along, but for the requests, which are replaced.
function sharedOf({ parameters }: Statement): Record<string, unknown> {
  return parameters['batch'] as Record<string, unknown>;
}
