import neo4j, { type Driver } from 'neo4j-driver';
import { countCalls, type Assignment } from './inside.js';

/** Opens the driver as every peer gets it, with its statements counted. */
export function openDriver({ neo4j: { uri, username, password } }: Assignment): Driver {
  countCalls(neo4j.Session.prototype, 'run');
  countCalls(neo4j.Transaction.prototype, 'run');
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    telemetryDisabled: true,
    // Advice on how a statement is written would come with every answer.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** Reads in one round trip, without a transaction function. */
export async function read(driver: Driver, text: string, parameters: object): Promise<unknown[]> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.get(0));
  } finally {
    await session.close();
  }
}
