import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { introspectionFromSchema, type GraphQLSchema } from 'graphql';

/** A warning or an error that the cache logs. */
export type Complaint = readonly [severity: string, message: string];

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
  Resolution: embedded,
  SimilarEntity: embedded,
  Suggestion: embedded,
  TypeCount: embedded,
};

/** A client with a normalizing cache, and the warnings and errors that the cache has logged. */
export interface UrqlApp {
  readonly client: Client;
  readonly complaints: readonly Complaint[];
}

/** Creates an urql client as an app does. */
export function urqlApp(url: string, schema: GraphQLSchema, known: Partial<typeof keys> = keys): UrqlApp {
  const complaints: Complaint[] = [];
  const { __schema } = introspectionFromSchema(schema);
  const cache = cacheExchange({
    schema: { __schema },
    keys: known,
    resolvers: { Query: { companies: relayPagination() }, Domain: { tools: relayPagination() } },
    logger: (severity, message) => {
      if (severity !== 'debug') complaints.push([severity, message]);
    },
  });
  const client = new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
  return { client, complaints };
}
