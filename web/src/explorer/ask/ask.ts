import type { TypedDocumentString } from '../../generated/graphql.js';
import { adaptDocument } from '../../../../src/model/adapt-document.js';
import { model } from '../model/served-model.js';
import { Problem } from './problem.js';
import { noteAnswer, noteSilence } from './reachability.js';

/** Sends a typed document to the API and returns its data. Throws a `Problem`. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const data = await askText(documentText(document), variables, signal);
  return data as Result; // codegen validated the document against the schema
}

/** The text of a document, adapted to the loaded model. */
export function documentText(document: { toString(): string }): string {
  return adaptDocument(model.value, document.toString());
}

/** Sends a query and returns its data, unvalidated. Throws a `Problem` if the request fails or has errors. */
export async function askText(query: string, variables: unknown, signal?: AbortSignal): Promise<unknown> {
  const body = await send(JSON.stringify({ query, variables }), signal);
  if (typeof body !== 'object' || body === null) throw new Problem('rejected', 'The response is not a JSON object.');
  if ('errors' in body && Array.isArray(body.errors)) throw new Problem('rejected', messagesOf(body.errors));
  if (!('data' in body)) throw new Problem('rejected', 'The response has no data.');
  return body.data;
}

async function send(body: string, signal: AbortSignal | undefined): Promise<unknown> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  try {
    const response = await fetch('graphql', { method: 'POST', headers, body, signal: signal ?? null });
    if (response.status >= 502 && response.status <= 504) throw new TypeError(`HTTP ${response.status}`);
    const answer: unknown = await response.json();
    // A stale response comes from the cache while Neo4j is unavailable.
    if (!response.headers.has('x-atlas-stale')) noteAnswer();
    return answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    noteSilence();
    throw new Problem('unreachable', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function messagesOf(errors: readonly unknown[]): string {
  return errors
    .map((error) => (typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''))
    .join(' ');
}
