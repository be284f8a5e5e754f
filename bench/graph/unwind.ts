import { atlasLabel } from '../../src/shared/atlas-label.js';
import { readCypherFile } from '../../src/neo4j/cypher-file.js';
import type { Database } from '../../src/neo4j/database.js';
import { allTypes } from './columns.js';
import { nodeRow } from './node-row.js';
import { idOf, linksOf, relationRow, type Link } from './relation-row.js';
import type { Shape } from './shape.js';

const batchSize = 10_000;

/** Loads a synthetic graph into a running Neo4j in batches over Bolt. Returns the number of nodes and relations. */
export async function unwindGraph(database: Database, shape: Shape): Promise<number> {
  const nodes = await sendInBatches(database, 'dataset/add-nodes', nodeRows(shape));
  return nodes + (await sendInBatches(database, 'dataset/add-relations', relationRows(shape)));
}

async function sendInBatches(database: Database, name: string, rows: Iterable<object>): Promise<number> {
  let sentCount = 0;
  let batch: object[] = [];
  const sendBatch = async (): Promise<void> => {
    const parameters = { rows: batch };
    await database.write((transaction) => transaction.run({ name, text: readCypherFile(name), parameters }));
    sentCount += batch.length;
    batch = [];
  };
  for (const row of rows) {
    if (batch.push(row) === batchSize) await sendBatch();
  }
  await sendBatch();
  return sentCount;
}

function* nodeRows(shape: Shape): Generator<object> {
  for (const type of allTypes.nodes) {
    for (let index = 0; index < shape[type]; index += 1) {
      const properties = nodeRow(type, index);
      yield { labels: [atlasLabel, 'Entity', type], properties };
    }
  }
}

function* relationRows(shape: Shape): Generator<object> {
  for (const type of allTypes.nodes) {
    for (let index = 0; index < shape[type]; index += 1) {
      for (const link of linksOf(shape, { type, index })) yield relationOf(link);
    }
  }
}

function relationOf(link: Link): object {
  const { id, basis, status, citations } = relationRow(link);
  const properties = { madeBy: atlasLabel, heldBy: atlasLabel, id, basis, status, citations, corrections: [] };
  return { type: link.type, from: idOf(link.from), to: idOf(link.to), properties };
}
