import type { TypedDocumentString } from '../../generated/graphql.js';
import { adaptDocument } from '../../../../src/model/adapt-document.js';
import { model } from '../model/served-model.js';
import { RequestError } from './request-error.js';
import { markReachable, markUnreachable } from './reachability.js';

/** Sends a typed document to the API and returns its data. Throws a `RequestError`. */
export async function executeDocument<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const data = await executeQuery(documentText(document), variables, signal);
  return data as Result; // codegen validated the document against the schema
}

/** The text of a document, adapted to the loaded model. */
export function documentText(document: { toString(): string }): string {
  return adaptDocument(model.value, document.toString());
}

/** Sends a query and returns its data, unvalidated. Throws a `RequestError` if the request fails or has errors. */
export async function executeQuery(query: string, variables: unknown, signal?: AbortSignal): Promise<unknown> {
  const body = await sendRequest(JSON.stringify({ query, variables }), signal);
  if (typeof body !== 'object' || body === null) throw new RequestError('rejected', 'The response is not a JSON object.');
  if ('errors' in body && Array.isArray(body.errors)) throw new RequestError('rejected', joinMessages(body.errors));
  if (!('data' in body)) throw new RequestError('rejected', 'The response has no data.');
  return body.data;
}

async function sendRequest(body: string, signal: AbortSignal | undefined): Promise<unknown> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  try {
    const response = await fetch('graphql', { method: 'POST', headers, body, signal: signal ?? null });
    if (response.status >= 502 && response.status <= 504) throw new TypeError(`HTTP ${response.status}`);
    const responseBody: unknown = await response.json();
    // A stale response comes from the cache while Neo4j is unavailable.
    if (!response.headers.has('x-atlas-stale')) markReachable();
    return responseBody;
  } catch (error) {
    if (signal?.aborted) throw error;
    markUnreachable();
    throw new RequestError('unreachable', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function joinMessages(errors: readonly unknown[]): string {
  return errors
    .map((error) => (typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''))
    .join(' ');
}
