import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import { projectModel } from '../../src/model/project-model.js';
import { declareSchema, type SchemaItem } from '../../src/dataset/neo4j-schema.js';
import { diffSchema, parseSchema } from '../../src/dataset/schema-diff.js';
import type { DatabaseTarget, Row } from '../../src/neo4j/database.js';

/**
 * Deletes every node, and drops every constraint and index. Keeps the project's own constraints and indexes unless
 * `dropsProjectSchema` is set, because their creation takes seconds.
 */
export async function clearDatabase(
  { uri, username, password }: DatabaseTarget,
  { dropsProjectSchema }: { readonly dropsProjectSchema?: boolean } = {},
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  try {
    await session.executeWrite((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
    await session.executeWrite((transaction) =>
      dropSchema(transaction, dropsProjectSchema ? [] : declareSchema(projectModel())),
    );
  } finally {
    await driver.close();
  }
}

async function dropSchema(transaction: ManagedTransaction, keptItems: readonly SchemaItem[]): Promise<void> {
  const [constraints, indexes] = [
    await listSchemaItems(transaction, 'CONSTRAINTS'),
    await listSchemaItems(transaction, 'INDEXES'),
  ];
  const current = parseSchema(constraints, indexes).filter(({ type }) => type !== 'LOOKUP');
  const { changed, removed } = diffSchema(current, keptItems, new Set(current.map(({ name }) => name)));
  for (const { kind, name } of [...changed.map((change) => change.current), ...removed]) {
    await transaction.run(`DROP ${kind.toUpperCase()} \`${name}\``);
  }
}

async function listSchemaItems(transaction: ManagedTransaction, kind: string): Promise<Row[]> {
  const { records } = await transaction.run(`SHOW ${kind} YIELD *`);
  return records.map((record) => record.toObject());
}
