import neo4j from 'neo4j-driver';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** Runs an administration command, such as `CREATE USER`, in the `system` database. */
export async function runAdminCommand(
  { uri, username, password }: DatabaseTarget,
  command: string,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    await driver.executeQuery(command, parameters, { database: 'system' });
  } finally {
    await driver.close();
  }
}
