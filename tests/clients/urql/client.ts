import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { introspectionFromSchema, type GraphQLSchema } from 'graphql';

/** A warning or an error of the cache. */
export type Complaint = readonly [severity: string, message: string];

/** What a part of an answer is kept under: nothing of its own, but the field that holds it. */
const embedded = (): null => null;

/** The types that are parts of an answer, without an id: an app that uses graphcache names those it asks for. */
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

/** A client with a normalizing cache that knows the schema, and what the cache complains about. */
export interface UrqlApp {
  readonly client: Client;
  readonly complaints: readonly Complaint[];
}

/** Makes an urql client as an app would. */
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
