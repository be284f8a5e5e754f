import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { expandModel } from './model/expand/expand-model.js';
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

const apis = new WeakMap<Model, Api>();

/** Builds the API of a model once; all servers of a process share it. */
export function buildApi(model: Model): Api {
  const cachedApi = apis.get(model);
  if (cachedApi) return cachedApi;
  const sdl = expandModel(model, readBaseFiles());
  const api = { sdl, schema: makeExecutableSchema({ typeDefs: sdl, resolvers: resolversOf(model) }) };
  apis.set(model, api);
  return api;
}

/** The executable schema of a model, by default the project's own. */
export function buildSchema(model: Model = projectModel()): GraphQLSchema {
  return buildApi(model).schema;
}
