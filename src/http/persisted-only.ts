import type { ApolloServerOptions, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { bodyOf, type OperationManifest } from './operation-manifest.js';

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>;

/** Tells whether a document is one of a manifest, however it is spaced and commented. */
export function manifestRule(manifest: OperationManifest): (document: DocumentNode) => boolean {
  const allowed = new Set(manifest.operations.map(({ body }) => bodyOf(parse(body))));
  return (document) => allowed.has(bodyOf(document));
}

/** Refuses documents that are not allowed. */
export function refuseOthers(isAllowed: (document: DocumentNode) => boolean): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document }) => {
        if (!isAllowed(document)) throw notAllowed();
      },
    }),
  };
}

/** Lets clients send the hash of an operation of the manifest instead of its text, and keeps no other text. */
export function manifestQueries(manifest: OperationManifest): PersistedQueries {
  const bodies = new Map(manifest.operations.map(({ id, body }) => [id, body]));
  return {
    cache: {
      // Apollo writes a prefix before the hash.
      get: (key) => Promise.resolve(bodies.get(key.slice(key.indexOf(':') + 1))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    },
  };
}

function notAllowed(): GraphQLError {
  return new GraphQLError(
    'This server runs the operations of its manifest and no others, and found one that is not in it. ' +
      'Send an operation of operations/, or the SHA-256 of one.',
    { extensions: { code: 'OPERATION_NOT_ALLOWED', http: { status: 403 } } },
  );
}
