import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Row } from '../../src/neo4j/database.js';
import { scratchNeo4j } from '../setup/databases.js';
import { readSmallDataset } from './small-dataset.js';
import { alter } from './stored-graph.js';

const neo4j = scratchNeo4j();
let declaredSchema: Row[] = [];

const load = async (options = {}) => loadDataset(neo4j.database, projectModel(), await readSmallDataset(), options);
const runSchemaStatement = (text: string) => neo4j.database.changeSchema({ name: 'test/schema', text, parameters: {} });

/** Reads the definitions of all constraints and indexes, sorted by name. */
async function readSchema(): Promise<Row[]> {
  // The state of an index differs while it is being populated.
  await neo4j.database.read({ name: 'test/await', text: 'CALL db.awaitIndexes(60)', parameters: {} });
  const constraints = 'SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties';
  const indexes =
    'SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint';
  const rows = await Promise.all(
    [constraints, indexes].map((text) => neo4j.database.read({ name: 'test/show', text, parameters: {} })),
  );
  return rows.flat().toSorted((a, b) => String(a['name']).localeCompare(String(b['name'])));
}

describe('A load', () => {
  beforeAll(async () => {
    await load();
    declaredSchema = await readSchema();
  });

  beforeEach(async () => {
    expect(await readSchema()).toEqual(declaredSchema);
  });

  /**
   * Expects that the next load reports these changes and restores the declared schema, and the one after changes
   * nothing.
   */
  async function expectRepair(changes: object): Promise<void> {
    const noChanges = { added: [], changed: [], removed: [] };
    expect((await load({ dryRun: true })).schema).toEqual({ ...noChanges, ...changes });
    expect((await load()).schema).toEqual({ ...noChanges, ...changes });
    expect(await readSchema()).toEqual(declaredSchema);
    expect(await load()).toMatchObject({ unchanged: true, schema: noChanges });
  }

  it.each(['CONSTRAINT tool_slug', 'INDEX tool_name_key', 'INDEX entity_search'])(
    'recreates a missing %s',
    async (item) => {
      await runSchemaStatement(`DROP ${item}`);
      await expectRepair({ added: [item.split(' ')[1]] });
    },
  );

  it.each([
    ['INDEX company_sort_key', 'CREATE INDEX company_sort_key FOR (n:Company) ON (n.sortName)', ['properties']],
    ['INDEX company_name_key', 'CREATE INDEX company_name_key FOR (n:Company) ON (n.nameKey)', ['type']],
    ['INDEX tool_sort_key', 'CREATE INDEX tool_sort_key FOR (n:Company) ON (n.kind)', ['labelsOrTypes', 'properties']],
    ['CONSTRAINT company_slug', 'CREATE INDEX company_slug FOR (n:Company) ON (n.slug)', ['type']],
    ['CONSTRAINT tool_slug', 'CREATE CONSTRAINT tool_slug FOR (n:Tool) REQUIRE n.id IS UNIQUE', ['properties']],
    ['CONSTRAINT uses_id', 'CREATE CONSTRAINT uses_id FOR ()-[r:KNOWS]-() REQUIRE r.id IS UNIQUE', ['labelsOrTypes']],
    [
      'INDEX entity_search',
      'CREATE FULLTEXT INDEX entity_search FOR (n:Entity) ON EACH [n.searchWholes, n.searchWords, n.searchSummary]',
      ['indexConfig'],
    ],
  ])('replaces a different definition with the name of %s', async (item, text, fields) => {
    await runSchemaStatement(`DROP ${item}`);
    await runSchemaStatement(text);
    await expectRepair({ changed: [{ id: item.split(' ')[1], fields }] });
  });

  it('replaces an index that Neo4j failed to populate', async () => {
    await runSchemaStatement('DROP INDEX company_sort_key');
    await alter(
      neo4j.database,
      "CREATE (:AigcAtlas:Company {sortKey: reduce(text = 'x', _ IN range(1, 16) | text + text)})",
    );
    await runSchemaStatement('CREATE INDEX company_sort_key FOR (n:Company) ON (n.sortKey)');
    const text = "SHOW INDEXES YIELD name, state WHERE name = 'company_sort_key' RETURN state";
    const state = () => neo4j.database.read({ name: 'test/state', text, parameters: {} });
    await expect.poll(state).toEqual([{ state: 'FAILED' }]);
    await alter(neo4j.database, 'MATCH (n:Company) WHERE n.slug IS NULL DELETE n');
    await expectRepair({ changed: [{ id: 'company_sort_key', fields: ['state'] }] });
  });

  it('drops constraints and indexes of an earlier release, which the Dataset node lists', async () => {
    await runSchemaStatement('CREATE CONSTRAINT person_slug FOR (n:Person) REQUIRE n.slug IS UNIQUE');
    await runSchemaStatement('CREATE TEXT INDEX person_name_key FOR (n:Person) ON (n.nameKey)');
    const text = "MATCH (n:Dataset) SET n.schemaNames = n.schemaNames + ['person_slug', 'person_name_key', 'gone']";
    await alter(neo4j.database, text);
    await expectRepair({ removed: ['person_slug', 'person_name_key'] });
  });

  it('keeps those of another release, which its servers may still use, if it may only upgrade the data', async () => {
    await runSchemaStatement('CREATE TEXT INDEX person_name_key FOR (n:Person) ON (n.nameKey)');
    await alter(neo4j.database, "MATCH (n:Dataset) SET n.schemaNames = n.schemaNames + 'person_name_key'");
    await runSchemaStatement('DROP INDEX company_sort_key');
    const changes = { added: ['company_sort_key'], changed: [], removed: [] };
    expect((await load({ requiresUpgrade: true })).schema).toEqual(changes);
    expect(await load({ requiresUpgrade: true })).toMatchObject({ unchanged: true });
    await expectRepair({ removed: ['person_name_key'] });
  });

  it('leaves foreign constraints and indexes alone, whatever their names', async () => {
    const foreignItems = [
      ['CONSTRAINT person_slug', 'FOR (n:Person) REQUIRE n.slug IS UNIQUE'],
      ['INDEX company_kind', 'FOR (n:Company) ON (n.kind)'],
    ];
    for (const [item, definition] of foreignItems) await runSchemaStatement(`CREATE ${item} ${definition}`);
    const before = await readSchema();
    expect(await load()).toMatchObject({ unchanged: true });
    await runSchemaStatement('DROP INDEX company_sort_key');
    await load();
    expect(await readSchema()).toEqual(before);
    for (const [item] of foreignItems) await runSchemaStatement(`DROP ${item}`);
  });

  it('uses a foreign index with the same definition', async () => {
    await runSchemaStatement('DROP INDEX company_sort_key');
    await runSchemaStatement('CREATE INDEX by_sort_key FOR (n:Company) ON (n.sortKey)');
    expect(await load()).toMatchObject({ unchanged: true });
    await runSchemaStatement('DROP INDEX by_sort_key');
    await expectRepair({ added: ['company_sort_key'] });
  });

  it.each([
    ['CONSTRAINT tool_slug', 'INDEX mine', 'FOR (n:Tool) ON (n.slug)'],
    [
      'INDEX entity_search',
      'FULLTEXT INDEX mine',
      'FOR (n:Entity) ON EACH [n.searchWholes, n.searchWords, n.searchSummary]',
    ],
    [undefined, 'CONSTRAINT mine', 'FOR (n:Company) REQUIRE n.name IS UNIQUE'],
    [undefined, 'CONSTRAINT mine', 'FOR ()-[r:USES]-() REQUIRE r.note IS UNIQUE'],
  ])('writes nothing and reports the conflict: %s with %s %s', async (item, foreignItem, definition) => {
    if (item !== undefined) await runSchemaStatement(`DROP ${item}`);
    await runSchemaStatement(`CREATE ${foreignItem} ${definition}`);
    const before = await readSchema();
    const refusal = { code: 'DATABASE_FOREIGN', message: expect.stringMatching(/found "mine" on .*NEO4J_DATABASE/) };
    await expect(load()).rejects.toMatchObject(refusal);
    await expect(load({ dryRun: true })).rejects.toMatchObject(refusal);
    expect(await readSchema()).toEqual(before);
    await runSchemaStatement(`DROP ${foreignItem.replace('FULLTEXT ', '')}`);
    if (item !== undefined) await expectRepair({ added: [item.split(' ')[1]] });
  });

  it('writes nothing if a foreign index has a declared name that no load has recorded', async () => {
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    await runSchemaStatement('DROP INDEX company_sort_key');
    await runSchemaStatement('CREATE INDEX company_sort_key FOR (n:Person) ON (n.age)');
    const before = await readSchema();
    await expect(load()).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
      message: expect.stringContaining('found "company_sort_key" on Person (age)'),
    });
    expect(await readSchema()).toEqual(before);
    await runSchemaStatement('DROP INDEX company_sort_key');
    await load();
  });

  it('ends in the declared schema when two loads run concurrently', async () => {
    for (const name of ['company_slug', 'tool_slug']) await runSchemaStatement(`DROP CONSTRAINT ${name}`);
    await runSchemaStatement('CREATE INDEX company_slug FOR (n:Company) ON (n.kind)');
    await Promise.all([load(), load()]);
    expect(await readSchema()).toEqual(declaredSchema);
    expect(await load()).toMatchObject({ unchanged: true });
  });
});
