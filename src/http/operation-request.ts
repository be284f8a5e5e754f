import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Variables } from '../execute/executor.js';
import { graphqlMediaTypes, preferredMediaType } from './media-type.js';

/** A request for an operation, given by its text or the hash of the text. */
export interface OperationRequest {
  /** The SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  /** The operation's name; empty for the only operation of the document. */
  readonly name: string;
  readonly variables: Variables;
  /** The media type that the client prefers for the response. */
  readonly mediaType: string;
  /** Equal for requests that have the same response while the data stays the same. */
  readonly key: string;
}

/**
 * Parses the operation of a request. Returns undefined if Apollo Server has to handle the request: it is malformed, has
 * unknown extensions or too deeply nested variables, or a page of another site might have forged it.
 */
export function parseOperationRequest(request: FastifyRequest): OperationRequest | undefined {
  const parameters = request.method === 'GET' ? readQuery(request) : request.body;
  if (!isRecord(parameters)) return undefined;
  const { query, operationName, variables, extensions } = parameters;
  const name = operationName ?? '';
  const values = variables ?? {};
  const textHash = hashOf(query, extensions);
  if (textHash === undefined || typeof name !== 'string' || !isRecord(values)) return undefined;
  const { accept = '*/*' } = request.headers;
  const mediaType = accept === '*/*' ? graphqlMediaTypes[0] : preferredMediaType(accept);
  if (mediaType === undefined) return undefined;
  try {
    const key = `${textHash} ${name} ${mediaType} ${JSON.stringify(values)}`;
    return { hash: textHash, name, variables: values, mediaType, key };
  } catch {
    return undefined; // values nested thousands of levels deep can be parsed, but not serialized
  }
}

// If a request has both a text and a hash, they must match; Apollo Server reports a mismatch.
function hashOf(query: unknown, extensions: unknown): string | undefined {
  const textHash = typeof query === 'string' ? hash('sha256', query) : undefined;
  if (extensions === undefined || extensions === null) return textHash;
  if (!isRecord(extensions) || Object.keys(extensions).some((name) => name !== 'persistedQuery')) return undefined;
  const { persistedQuery } = extensions;
  if (!isRecord(persistedQuery) || persistedQuery['version'] !== 1) return undefined;
  const { sha256Hash } = persistedQuery;
  if (typeof sha256Hash !== 'string' || (query !== undefined && sha256Hash !== textHash)) return undefined;
  return sha256Hash;
}

// CSRF prevention: browsers send these headers only for our own pages or after a preflight request, never for a form or
// an image of another site.
function readQuery({ query, headers }: FastifyRequest): unknown {
  if (!headers['apollo-require-preflight'] && !headers['x-apollo-operation-name']) return undefined;
  if (!isRecord(query)) return undefined;
  try {
    return { ...query, variables: parseJson(query['variables']), extensions: parseJson(query['extensions']) };
  } catch {
    return undefined;
  }
}

function parseJson(text: unknown): unknown {
  return typeof text === 'string' && text !== '' ? JSON.parse(text) : text;
}

/** Whether a value is an object with properties, and neither an array nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
