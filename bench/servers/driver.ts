import neo4j, { type Driver } from 'neo4j-driver';
import { countCalls, type ServerConfig } from './server-process.js';

/** Creates the driver that every peer uses, and counts its statements. */
export function openDriver({ neo4j: { uri, username, password } }: ServerConfig): Driver {
  countCalls(neo4j.Session.prototype, 'run');
  countCalls(neo4j.Transaction.prototype, 'run');
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    telemetryDisabled: true,
    // Otherwise every result would carry query-tuning hints.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** Runs a read statement in an auto-commit transaction, which takes one round trip. Returns the first column. */
export async function read(driver: Driver, text: string, parameters: object): Promise<unknown[]> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.get(0));
  } finally {
    await session.close();
  }
}
