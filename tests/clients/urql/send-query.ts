import { expect } from 'vitest';
import type { UrqlApp } from './client.js';

/** Sends a query with an urql client and returns its data; throws the error if there is one. */
export async function sendQuery<T>(
  { client }: UrqlApp,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<T> {
  const { data, error } = await client.query<T, typeof variables>(query, variables);
  if (error !== undefined) throw error;
  if (data === undefined) throw new Error(`Expected data for ${query}, found none.`);
  return data;
}

/** Sends a query, and expects the cache alone to return the same data the second time. */
export async function expectCachedData(app: UrqlApp, query: string): Promise<void> {
  const first = await sendQuery(app, query, {});
  const second = await app.client.query<unknown>(query, {}, { requestPolicy: 'cache-only' });
  expect(second.error).toBeUndefined();
  expect(second.data).toEqual(first);
}
