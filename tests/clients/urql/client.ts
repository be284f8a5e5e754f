import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { introspectionFromSchema, type GraphQLSchema } from 'graphql';

/** A warning or an error that the cache logs. */
export type CacheMessage = readonly [severity: string, message: string];

/** The key of objects without an id: null embeds them in their parent. */
const embedded = (): null => null;

/** The types without an id; an app that uses graphcache lists those that it selects. */
export const keys = {
  Citation: embedded,
  Dataset: embedded,
  Graph: embedded,
  Group: embedded,
  Model: embedded,
  ModelField: embedded,
  ModelPair: embedded,
  ModelRelationType: embedded,
  ModelType: embedded,
  ModelValue: embedded,
  ModelView: embedded,
  Path: embedded,
  PropertyStatement: embedded,
  Reference: embedded,
  Resolution: embedded,
  SimilarEntity: embedded,
  Suggestion: embedded,
  TypeCount: embedded,
};

/** A client with a normalizing cache, and the warnings and errors that the cache has logged. */
export interface UrqlApp {
  readonly client: Client;
  readonly messages: readonly CacheMessage[];
}

/** Creates an urql client as an app does. */
export function createUrqlApp(url: string, schema: GraphQLSchema, keyConfig: Partial<typeof keys> = keys): UrqlApp {
  const messages: CacheMessage[] = [];
  const { __schema } = introspectionFromSchema(schema);
  const cache = cacheExchange({
    schema: { __schema },
    keys: keyConfig,
    resolvers: { Query: { companies: relayPagination() }, Domain: { tools: relayPagination() } },
    logger: (severity, message) => {
      if (severity !== 'debug') messages.push([severity, message]);
    },
  });
  const client = new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
  return { client, messages };
}
