import fc from 'fast-check';
import type { Database, Row } from '../../src/neo4j/database.js';
import { alter } from './stored-graph.js';

/** Foreign data: nodes, relations, constraints and indexes that a load must not change. */
export interface ForeignGraph {
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Row }[];
  /** Between nodes, by their index in the list, or to a loaded tool. */
  readonly relations: readonly {
    readonly type: string;
    readonly from: number;
    readonly to: number | 'ours';
    readonly properties: Row;
  }[];
  /** Statements that create constraints and indexes. */
  readonly schema: readonly string[];
}

const labels = fc.oneof(
  { weight: 6, arbitrary: fc.subarray(['Person', 'Pen', 'Thing']) },
  { weight: 1, arbitrary: fc.subarray(['Person', 'Entity', 'Company', 'Tool', 'Dataset'], { minLength: 1 }) },
);
const properties = fc.record(
  {
    id: fc.constantFrom('kb-1', 'Company:openai', 'Dataset', 'DEVELOPS:openai:dall-e', 7),
    slug: fc.constantFrom('openai', 'ada'),
    name: fc.string({ maxLength: 5 }),
    madeBy: fc.constantFrom('Ada', 'aigc-atlas'),
    hash: fc.constant('0'),
  },
  { requiredKeys: [] },
);
const relationProperties = fc.oneof(
  { weight: 4, arbitrary: properties.map(({ id: _id, ...otherProperties }) => otherProperties) },
  { weight: 1, arbitrary: properties },
);
const schema = fc.subarray([
  'CREATE CONSTRAINT person_slug FOR (n:Pen) REQUIRE n.serial IS UNIQUE',
  'CREATE INDEX company_sort_key FOR (n:Person) ON (n.age)',
  'CREATE CONSTRAINT mine FOR (n:Company) REQUIRE n.name IS UNIQUE',
  'CREATE INDEX tool_slug FOR (n:Tool) ON (n.slug)',
  'CREATE FULLTEXT INDEX people FOR (n:Person) ON EACH [n.name]',
  'CREATE INDEX company_kind FOR (n:Company) ON (n.kind)',
  'CREATE INDEX company_sort_key FOR (n:Company) ON (n.sortKey)',
]);

/** Generates foreign graphs; a few use labels and types of the model. */
export const foreignGraph: fc.Arbitrary<ForeignGraph> = fc
  .array(fc.record({ labels, properties }), { minLength: 1, maxLength: 5 })
  .chain((nodes) => {
    const nodeIndex = fc.nat({ max: nodes.length - 1 });
    const type = fc.constantFrom('OWNS', 'KNOWS', 'USES', 'DEVELOPS');
    const to = fc.oneof(nodeIndex, fc.constant('ours' as const));
    const relation = fc.record({ type, from: nodeIndex, to, properties: relationProperties });
    return fc.record({
      nodes: fc.constant(nodes),
      relations: fc.array(relation, { maxLength: 5 }),
      schema: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: schema }),
    });
  });

/** Writes a foreign graph; skips statements that Neo4j rejects because they conflict with the declared schema. */
export async function writeForeign(database: Database, graph: ForeignGraph): Promise<void> {
  for (const text of graph.schema) {
    await database.changeSchema({ name: 'test/schema', text, parameters: {} }).catch(() => undefined);
  }
  for (const [index, node] of graph.nodes.entries()) {
    const text = 'CREATE (n) SET n = $properties, n.place = $place, n:$($labels)';
    await alter(database, text, { ...node, place: index }).catch(() => undefined);
  }
  for (const relation of graph.relations) {
    const end = relation.to === 'ours' ? "(b:AigcAtlas:Tool {slug: 'deep-dream'})" : '(b {place: $to})';
    const text = `MATCH (a {place: $from}), ${end} CREATE (a)-[r:$($type)]->(b) SET r = $properties`;
    await alter(database, text, relation).catch(() => undefined);
  }
}

/** Reads all foreign nodes and relations, and the constraints and indexes whose names are not in `named`. */
export async function readForeign(database: Database, ownNames: ReadonlySet<string>): Promise<Record<string, Row[]>> {
  const read = (text: string) => database.read({ name: 'test/foreign', text, parameters: {} });
  const isForeign = ({ name }: Row): boolean => !ownNames.has(String(name));
  return {
    nodes: await read(`
      MATCH (n) WHERE NOT n:AigcAtlas
      RETURN elementId(n) AS key, labels(n) AS labels, properties(n) AS properties ORDER BY key`),
    relations: await read(`
      MATCH (a)-[r]->(b) WHERE coalesce(r.madeBy, '') <> 'AigcAtlas'
      RETURN elementId(r) AS key, elementId(a) AS from, elementId(b) AS to, type(r) AS type, properties(r) AS properties
      ORDER BY key`),
    constraints: (await read('SHOW CONSTRAINTS YIELD *')).filter(isForeign),
    indexes: (await read('SHOW INDEXES YIELD id, name, type, labelsOrTypes, properties, options')).filter(isForeign),
  };
}
