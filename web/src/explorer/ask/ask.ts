import type { TypedDocumentString } from '../../generated/graphql.js';
import { adaptDocument } from '../../../../src/model/adapt-document.js';
import { model } from '../model/served-model.js';
import { Problem } from './problem.js';
import { noteAnswer, noteSilence } from './reachability.js';

/** Sends a document to the API of the server that served this page; the answer has the document's own type. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const data = await askText(documentText(document), variables, signal);
  return data as Result; // the document was checked against the schema that answers it
}

/** The text of a document for the model that is served. */
export function documentText(document: { toString(): string }): string {
  return adaptDocument(model.value, document.toString());
}

/** Sends a question as text; the caller knows what shape the answer has. */
export async function askText(query: string, variables: unknown, signal?: AbortSignal): Promise<unknown> {
  const body = await send(JSON.stringify({ query, variables }), signal);
  if (typeof body !== 'object' || body === null) throw new Problem('refused', 'The answer is not a JSON object.');
  if ('errors' in body && Array.isArray(body.errors)) throw new Problem('refused', messagesOf(body.errors));
  if (!('data' in body)) throw new Problem('refused', 'The answer holds no data.');
  return body.data;
}

async function send(body: string, signal: AbortSignal | undefined): Promise<unknown> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  try {
    const response = await fetch('graphql', { method: 'POST', headers, body, signal: signal ?? null });
    if (response.status >= 502 && response.status <= 504) throw new TypeError(`HTTP ${response.status}`);
    const answer: unknown = await response.json();
    // A stale answer comes from the cache while Neo4j is away.
    if (!response.headers.has('x-atlas-stale')) noteAnswer();
    return answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    noteSilence();
    throw new Problem('away', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function messagesOf(errors: readonly unknown[]): string {
  return errors
    .map((error) => (typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''))
    .join(' ');
}
