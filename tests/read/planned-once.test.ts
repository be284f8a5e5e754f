import { expect, it } from 'vitest';
import { sentAlong } from '../../src/compile/parameters.js';
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

const api = listen((): Database => ({ ...neo4j.database, read }), { read: { compileAfter: 0, cache: false } });

// Nobody else asks this: Neo4j plans it here for the first time.
const query = `query ($slug: String!) {
  company(slug: $slug) {
    planned: name
    tools(first: 3) { totalCount nodes { name techniques(first: 3) { nodes { name } } domains(first: 3) { nodes { name } } } }
    regions(first: 3) { nodes { name level } }
  }
}`;

const rounds = 5;

it('Neo4j plans a statement once, however many requests it answers', async () => {
  await api.ask(query, { slug: 'google' });
  if (!sent) throw new Error('A statement must have been sent.');
  const statement = sent;
  for (const [count, slug] of [
    [2, 'ibm'],
    [11, 'google'],
    [11, 'a-company-that-is-not-there'],
  ] as const) {
    const requests = Array.from({ length: count }, () => ({ a0: slug }));
    const asked = { ...statement, parameters: sentAlong(requests, sharedOf(statement)) };
    // In turn with the same under a new name for its column, which has to be planned: the fastest of each tell.
    const [again, planned]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      planned.push(
        await timed({ ...asked, text: asked.text.replace(/ AS data$/, ` AS data${count}${slug.length}${round}`) }),
      );
      again.push(await timed(asked));
    }
    expect(Math.min(...again)).toBeLessThan(Math.min(...planned) / 2);
  }
});

// As it was sent along, but for the requests, which are replaced.
function sharedOf({ parameters }: Statement): Record<string, unknown> {
  return parameters['batch'] as Record<string, unknown>;
}
