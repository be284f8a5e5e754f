import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { bodyOf, type OperationManifest } from './operation-manifest.js';

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>;

/** Returns the function that decides whether a manifest contains a document, ignoring whitespace and comments. */
export function newManifestFilter(manifest: OperationManifest): (document: DocumentNode) => boolean {
  const allowedBodies = new Set(manifest.operations.map(({ body }) => bodyOf(parse(body))));
  return (document) => allowedBodies.has(bodyOf(document));
}

/** Lets clients send the hash of a manifest operation instead of its text; stores no other operations. */
export function persistedQueriesOf(manifest: OperationManifest): PersistedQueries {
  const bodies = new Map(manifest.operations.map(({ id, body }) => [id, body]));
  return {
    cache: {
      // Apollo Server adds a prefix to the hash.
      get: (key) => Promise.resolve(bodies.get(key.slice(key.indexOf(':') + 1))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
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
