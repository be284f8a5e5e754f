import { describe, expect, it } from 'vitest';
import { serveApi, type Variables } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { recordStatements } from '../setup/recording-database.js';

interface Path {
  readonly length: number;
  readonly relations: readonly { readonly id: string }[];
}

const neo4j = sharedNeo4j();
// Without the cache, so that a repeated query runs again.
const api = serveApi(() => recordedDatabase(), { read: { executor: 'jit', isCacheEnabled: false } });
let database: ReturnType<typeof recordStatements> | undefined;

function recordedDatabase(): ReturnType<typeof recordStatements> {
  database ??= recordStatements(neo4j.database);
  return database;
}

async function readPaths(variables: Variables): Promise<readonly Path[]> {
  const text = `query ($from: ID! = "Company:openai", $to: ID! = "Company:baidu", $first: Int, $maxLength: Int, $exclude: [Status!]) {
    paths(from: $from, to: $to, first: $first, maxLength: $maxLength, exclude: $exclude) { length relations { id } }
  }`;
  return (await api.query<{ paths: readonly Path[] }>(text, variables)).paths;
}

describe('paths between two entities', () => {
  it('are limited by first: 1 by default, at most 25', async () => {
    const counts: number[] = [];
    for (const first of [1, 25, 3, undefined, 0, -1, 1000]) counts.push((await readPaths({ first })).length);
    expect(counts).toEqual([1, 25, 3, 1, 0, 0, 25]);
  });

  it('have a stable order, so that a single path is the first of several', async () => {
    const several = await readPaths({ first: 25 });
    expect(await readPaths({ first: 25, maxLength: null })).toEqual(several);
    expect(await readPaths({ first: 1 })).toEqual(several.slice(0, 1));
    const keys = several.map(({ length, relations }) => [length, ...relations.map(({ id }) => id)].join(' '));
    expect(keys).toEqual(keys.toSorted());
  });

  it('are none from an entity to itself, and none if an id is unknown', async () => {
    for (const first of [1, 5]) {
      expect(await readPaths({ to: 'Company:openai', first })).toEqual([]);
      expect(await readPaths({ to: 'Company:nobody', first })).toEqual([]);
      expect(await readPaths({ from: 'no id at all', first })).toEqual([]);
    }
  });

  it('are no longer than maxLength, which is clamped', async () => {
    const [shortest] = await readPaths({});
    const length = shortest?.length ?? 0;
    expect(length).toBeGreaterThan(1);
    expect(await readPaths({ maxLength: length - 1, first: 25 })).toEqual([]);
    expect((await readPaths({ maxLength: length }))[0]).toEqual(shortest);
    expect((await readPaths({ maxLength: 1000 }))[0]).toEqual(shortest);
  });

  it('exclude refuted relations by default', async () => {
    const ends = { from: 'Company:ibm', to: 'Tool:grover' };
    const refuted = [{ length: 1, relations: [{ id: 'DEVELOPS:ibm:grover' }] }];
    expect((await readPaths(ends)).filter(({ length }) => length === 1)).toEqual([]);
    expect(await readPaths({ ...ends, exclude: [] })).toEqual(refuted);
    expect(await readPaths({ ...ends, exclude: ['CONFIRMED', 'UNCHECKED'] })).toEqual(refuted);
  });

  it('are read with one statement, whatever is selected on their nodes', async () => {
    recordedDatabase().takeStatements();
    const text = `{ paths(from: "Company:openai", to: "Tool:dall-e") {
      nodes { id ... on Company { tools { nodes { domains { nodes { id } } } } } } relations { citations { section { id } } }
    } }`;
    await api.query(text);
    expect(
      recordedDatabase()
        .takeStatements()
        .map(({ name }) => name),
    ).toEqual(['paths']);
  });
});
