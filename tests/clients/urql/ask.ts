import { expect } from 'vitest';
import type { UrqlApp } from './client.js';

/** Sends a query by an urql client and gives its data; fails with the error where there is one. */
export async function ask<T>(
  { client }: UrqlApp,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<T> {
  const { data, error } = await client.query<T, typeof variables>(query, variables);
  if (error !== undefined) throw error;
  if (data === undefined) throw new Error(`No data came for ${query}`);
  return data;
}

/** Fails unless the client's cache alone answers a query the second time, and with the same data. */
export async function expectAnswerFromCache(app: UrqlApp, query: string): Promise<void> {
  const first = await ask(app, query, {});
  const second = await app.client.query<unknown>(query, {}, { requestPolicy: 'cache-only' });
  expect(second.error).toBeUndefined();
  expect(second.data).toEqual(first);
}
