import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** The path of the instance that all read. */
export const article = '/article';
/** The path of the one to write to. */
export const scratch = '/scratch';

const targetSchema = z.object({ uri: z.string(), username: z.string(), password: z.string(), database: z.string() });

/** Requests the target of the instance with the article from a pool, starting it if needed. */
export async function requestTarget(poolUrl: string): Promise<DatabaseTarget> {
  const { target, release } = await request(poolUrl + article);
  release();
  return target;
}

/** The instance to write to, as long as nobody releases it. */
export interface Lease {
  readonly target: DatabaseTarget;
  /** Leaves the instance to the next one who wants it. */
  readonly release: () => void;
}

/** Waits until nobody else has the instance to write to. */
export function leaseScratch(poolUrl: string): Promise<Lease> {
  return request(poolUrl + scratch);
}

/** Unlike `fetch`, waits however long the answer takes, and keeps the connection open until it is released. */
async function request(url: string): Promise<Lease> {
  const asked = get(url, { agent: false });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const [line] = (await once(response, 'data')) as [Buffer];
  response.on('error', () => undefined); // as when it is released
  if (response.statusCode !== 200) throw new Error(`The Neo4j at ${url} must start; it did not: ${String(line)}`);
  return { target: targetSchema.parse(JSON.parse(String(line))), release: () => void asked.destroy() };
}
