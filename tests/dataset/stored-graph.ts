import type { Database, Row } from '../../src/neo4j/database.js';

/** The content of the database, sorted by the ids of the dataset. */
export interface StoredGraph {
  readonly nodes: readonly Row[];
  readonly relations: readonly Row[];
}

const nodesText = `
  MATCH (n)
  RETURN n.id AS id, properties(n) AS properties,
    COLLECT { UNWIND keys(n) AS key RETURN key + ': ' + valueType(n[key]) AS type ORDER BY type } AS types,
    COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels
  ORDER BY id, labels`;
const relationsText = `
  MATCH (a)-[r]->(b)
  RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties,
    COLLECT { UNWIND keys(r) AS key RETURN key + ': ' + valueType(r[key]) AS type ORDER BY type } AS types
  ORDER BY id, type, from, to`;

/** Reads all nodes and relations of the database, including foreign ones. */
export async function readGraph(database: Database): Promise<StoredGraph> {
  return {
    nodes: await database.read({ name: 'test/nodes', text: nodesText, parameters: {} }),
    relations: await database.read({ name: 'test/relations', text: relationsText, parameters: {} }),
  };
}

/** Runs one write statement, as a user with a Cypher shell does. */
export async function alter(database: Database, text: string, parameters: Row = {}): Promise<void> {
  await database.write((transaction) => transaction.run({ name: 'test/alter', text, parameters }));
}
