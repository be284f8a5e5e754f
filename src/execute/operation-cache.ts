import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { getOperationAST, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Operation, type OperationSettings } from './operation.js';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** A parsed and validated document with its operations by name; the empty name selects the only operation. */
interface CachedDocument {
  readonly document: DocumentNode;
  readonly isAllowed: boolean;
  readonly operations: Map<string, Operation>;
}

/**
 * Limits of the cache: the number of documents, and their total length in characters. Each character takes about 500
 * bytes of memory: 100 for the parsed document, 100 for its plans and 300 for the executor.
 */
const cacheLimits = { max: 500, maxSize: 120_000 };

/** Caches validated documents and their prepared operations by the SHA-256 of the document's text. */
export class OperationCache {
  private readonly entries = new LRUCache<string, CachedDocument>({
    ...cacheLimits,
    sizeCalculation: ({ document }) => Math.max(1, document.loc?.source.body.length ?? 0),
  });

  constructor(
    private readonly settings: OperationSettings,
    /** Whether the operations of a document may be executed. */
    readonly isAllowed: (document: DocumentNode) => boolean,
  ) {}

  /** Returns the operation of this name in the document with this hash; undefined if it is unknown or not allowed. */
  find(hash: string, name: string): Operation | undefined {
    const entry = this.entries.get(hash);
    if (!entry?.isAllowed) return undefined;
    const cachedOperation = entry.operations.get(name);
    if (cachedOperation) return cachedOperation;
    const operation = this.newOperation(entry.document, hash, name);
    if (operation) entry.operations.set(name, operation);
    return operation;
  }

  /** Like find(), but for a document that Apollo Server has validated and that may be too long for the cache. */
  findIn(document: DocumentNode, hash: string, name: string): Operation | undefined {
    return this.entries.has(hash) ? this.find(hash, name) : this.newOperation(document, hash, name);
  }

  /** The store in which Apollo Server keeps validated documents; its keys have a prefix before the hash. */
  get documentStore(): DocumentStore {
    const hashOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);
    return {
      get: async (key) => this.entries.get(hashOf(key))?.document,
      set: async (key, document) => {
        this.entries.set(hashOf(key), { document, isAllowed: this.isAllowed(document), operations: new Map() });
      },
      delete: async (key) => this.entries.delete(hashOf(key)),
    };
  }

  private newOperation(document: DocumentNode, hash: string, name: string): Operation | undefined {
    const definition = getOperationAST(document, name === '' ? null : name);
    return definition ? new Operation(this.settings, document, definition, hash) : undefined;
  }
}
