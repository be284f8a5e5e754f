import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What Apollo Server takes for keeping documents. */
type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * How many operations are kept, and how many characters they may have in all: each character stands for some 300 bytes
 * of what is made of the text, its plans among them.
 */
export const operationBounds = { max: 500, maxSize: 200_000 };

/** How many characters the text of a document has. */
export function charactersOf({ loc }: DocumentNode): number {
  return Math.max(1, loc?.source.body.length ?? 0);
}

/** Keeps the documents that Apollo Server has read and validated; those asked for least recently make room. */
export function documentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ ...operationBounds, sizeCalculation: charactersOf });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
