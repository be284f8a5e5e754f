import type { FastifyRequest } from 'fastify';
import { getOperationAST, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Execution } from '../context.js';
import { charactersOf, operationBounds } from './document-store.js';

type Executed = NonNullable<Execution['executed']>;

/** An operation that Apollo Server has read, validated and answered once. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly name: string | null;
  readonly operation: OperationDefinitionNode;
  /** The media type that Apollo Server chose for what this client accepts. */
  readonly mediaType: string;
}

/** A request that may ask for a known operation. */
export interface Asking {
  /** Equal for requests that ask for the same operation and accept the same media types. */
  readonly key: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operations that were answered lately, those asked for least recently forgotten first. */
export class KnownOperations {
  private readonly known = new LRUCache<string, KnownOperation>({
    ...operationBounds,
    // Of the many that a client may send by their hash, the key says nothing.
    sizeCalculation: ({ document }) => charactersOf(document),
  });

  /** The operation that is asked for, if it is known. */
  find({ key }: Asking): KnownOperation | undefined {
    return this.known.get(key);
  }

  /** Keeps an operation that was answered without an error. */
  learn({ key }: Asking, { document, operationName }: Executed, mediaType: string): void {
    const operation = getOperationAST(document, operationName);
    if (operation) this.known.set(key, { document, name: operationName, operation, mediaType });
  }
}

/** What a request asks for by the text of an operation or by its hash; undefined for all that Apollo Server has to judge. */
export function askingOf({ method, headers, body }: FastifyRequest): Asking | undefined {
  if (method !== 'POST' || !isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  const text = extensions === undefined ? query : hashOf(query, extensions);
  const name = operationName ?? '';
  const values = variables ?? {};
  if (typeof text !== 'string' || typeof name !== 'string' || !isRecord(values)) return undefined;
  return { key: `${headers.accept ?? ''}\n${name}\n${text}`, variables: values };
}

// The one extension whose meaning is known here, and only where the text itself is not sent along.
function hashOf(query: unknown, extensions: unknown): string | undefined {
  if (query !== undefined || !isRecord(extensions) || Object.keys(extensions).length !== 1) return undefined;
  const { persistedQuery } = extensions;
  if (!isRecord(persistedQuery) || persistedQuery['version'] !== 1) return undefined;
  return typeof persistedQuery['sha256Hash'] === 'string' ? `sha256 ${persistedQuery['sha256Hash']}` : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
