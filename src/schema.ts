import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { subgraphResolvers } from './execute/subgraph-resolvers.js';
import { expandModel } from './model/expand/expand-model.js';
import { printSubgraphFields, printSubgraphSdl } from './model/expand/subgraph.js';
import type { Model } from './model/model.js';
import { projectModel } from './model/project-model.js';
import { readBaseFiles } from './model/read-model.js';
import { resolversOf } from './resolvers.js';

/** The API of a model. */
interface Api {
  /** Its SDL, including the directives that the compiler reads. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

const plainApis = new WeakMap<Model, Api>();
const subgraphs = new WeakMap<Model, Api>();

/**
 * Builds the API of a model once; all servers of a process share it. A subgraph also has the fields of Apollo
 * Federation.
 */
export function buildApi(model: Model, isSubgraph = false): Api {
  const apis = isSubgraph ? subgraphs : plainApis;
  const cachedApi = apis.get(model);
  if (cachedApi) return cachedApi;
  const plainSdl = expandModel(model, readBaseFiles());
  const sdl = isSubgraph ? `${plainSdl}\n\n${printSubgraphFields(model)}` : plainSdl;
  const resolvers = [resolversOf(model), isSubgraph ? subgraphResolvers(printSubgraphSdl(model, plainSdl)) : []].flat();
  const api = { sdl, schema: makeExecutableSchema({ typeDefs: sdl, resolvers }) };
  apis.set(model, api);
  return api;
}

/** The executable schema of a model, by default the project's own. */
export function buildSchema(model: Model = projectModel(), isSubgraph = false): GraphQLSchema {
  return buildApi(model, isSubgraph).schema;
}
