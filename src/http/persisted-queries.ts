import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { GraphQLError, parse, print, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { OperationManifest } from './operation-manifest.js';

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>;

/** Returns the function that decides whether a manifest contains a document, ignoring whitespace and comments. */
export function newManifestFilter(manifest: OperationManifest): (document: DocumentNode) => boolean {
  const allowedBodies = new Set(manifest.operations.map(({ body }) => print(parse(body))));
  return (document) => allowedBodies.has(print(document));
}

/** The maximum number of operations that the server remembers in addition to those of the manifest, and their length. */
const maxStored = { max: 1_000, maxSize: 4_000_000, sizeCalculation: (body: string) => body.length + 1 };

/**
 * Lets clients send the hash of an operation instead of its text, from the start for those of the manifest. With
 * `isPersistedOnly`, there are no others.
 */
export function persistedQueriesOf(manifest: OperationManifest, isPersistedOnly: boolean): PersistedQueries {
  const bodies = new Map(manifest.operations.map(({ id, body }) => [id, body]));
  const others = new LRUCache<string, string>(maxStored);
  return {
    cache: {
      // Apollo Server adds a prefix to the hash.
      get: async (key) => bodies.get(key.slice(key.indexOf(':') + 1)) ?? others.get(key),
      set: async (key, body) => {
        if (!isPersistedOnly) others.set(key, body);
      },
      delete: async (key) => others.delete(key),
    },
  };
}

/** The error for an operation that the manifest does not contain. */
export function notAllowedError(): GraphQLError {
  return new GraphQLError(
    'This server runs only the operations of its manifest, which does not contain this one. ' +
      'Send an operation from operations/, or the SHA-256 of one.',
    { extensions: { code: 'OPERATION_NOT_ALLOWED', http: { status: 403 } } },
  );
}
