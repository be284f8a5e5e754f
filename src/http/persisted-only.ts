import type { ApolloServerOptions, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, parse } from 'graphql';
import { bodyOf, type OperationManifest } from './operation-manifest.js';

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>;

/** Runs the operations of a manifest, sent by their text or by their hash, and refuses all others. */
export function persistedOnly(manifest: OperationManifest): ApolloServerPlugin {
  const allowed = new Set(manifest.operations.map(({ body }) => bodyOf(parse(body))));
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document }) => {
          if (!allowed.has(bodyOf(document))) throw notAllowed();
          return Promise.resolve();
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
