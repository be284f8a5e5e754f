import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** Removes every node, constraint and index, so that a file begins with what a new Neo4j has. */
export async function emptyDatabase({ uri, username, password }: DatabaseTarget): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  try {
    await session.executeWrite((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
    await session.executeWrite(dropSchema);
  } finally {
    await driver.close();
  }
}

async function dropSchema(transaction: ManagedTransaction): Promise<void> {
  for (const name of await namesOf(transaction, 'SHOW CONSTRAINTS YIELD name'))
    await transaction.run(`DROP CONSTRAINT \`${name}\``);
  const indexes = "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL";
  for (const name of await namesOf(transaction, indexes)) await transaction.run(`DROP INDEX \`${name}\``);
}

async function namesOf(transaction: ManagedTransaction, statement: string): Promise<string[]> {
  const { records } = await transaction.run(statement);
  return records.map((record) => String(record.get('name')));
}
