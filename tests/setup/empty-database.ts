import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import { madeBy, migrations } from '../../src/dataset/migrations.js';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/**
 * Removes every node, and every constraint and index but those that our migrations make: to make these anew takes
 * seconds, and a load finds them or makes them.
 */
export async function emptyDatabase({ uri, username, password }: DatabaseTarget): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  try {
    await session.executeWrite((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
    await session.executeWrite(dropForeignSchema);
  } finally {
    await driver.close();
  }
}

async function dropForeignSchema(transaction: ManagedTransaction): Promise<void> {
  const ours = new Set(migrations().map(madeBy));
  const indexes = "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL";
  for (const [kind, statement] of [
    ['CONSTRAINT', 'SHOW CONSTRAINTS YIELD name'],
    ['INDEX', indexes],
  ] as const) {
    const { records } = await transaction.run(statement);
    const names = records.map((record) => String(record.get('name'))).filter((name) => !ours.has(name));
    for (const name of names) await transaction.run(`DROP ${kind} \`${name}\``);
  }
}
