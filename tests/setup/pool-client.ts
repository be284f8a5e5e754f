import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** Path of the shared read-only instance. */
export const articlePath = '/article';
/** Path of the writable instance. */
export const scratchPath = '/scratch';

const targetSchema = z.object({ uri: z.string(), username: z.string(), password: z.string(), database: z.string() });

/** Requests the target of the shared instance from a pool; the pool starts the instance if needed. */
export async function requestTarget(poolUrl: string): Promise<DatabaseTarget> {
  const { target, release } = await requestLease(poolUrl + articlePath);
  release();
  return target;
}

/** Exclusive access to the writable instance. */
export interface Lease {
  readonly target: DatabaseTarget;
  /** Ends the lease. */
  readonly release: () => void;
}

/** Waits until the writable instance is free, and leases it. */
export function leaseScratch(poolUrl: string): Promise<Lease> {
  return requestLease(poolUrl + scratchPath);
}

/** Unlike `fetch`, waits for the response without a timeout, and keeps the connection open until it is released. */
async function requestLease(url: string): Promise<Lease> {
  const clientRequest = get(url, { agent: false });
  const [response] = (await once(clientRequest, 'response')) as [IncomingMessage];
  const [line] = (await once(response, 'data')) as [Buffer];
  response.on('error', () => undefined); // the release aborts the response
  if (response.statusCode !== 200) throw new Error(`The Neo4j at ${url} did not start: ${String(line)}`);
  return { target: targetSchema.parse(JSON.parse(String(line))), release: () => void clientRequest.destroy() };
}
