import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { expandModel } from './model/expand/expand-model.js';
import type { Model } from './model/model.js';
import { projectModel } from './model/project-model.js';
import { readBaseFiles } from './model/read-model.js';
import { resolversOf } from './resolvers.js';

const schemas = new WeakMap<Model, GraphQLSchema>();

/** Builds the executable schema of a model, by default the project's own, once: all servers of a process share it. */
export function buildSchema(model: Model = projectModel()): GraphQLSchema {
  const known = schemas.get(model);
  if (known) return known;
  const schema = makeExecutableSchema({ typeDefs: expandModel(model, readBaseFiles()), resolvers: resolversOf(model) });
  schemas.set(model, schema);
  return schema;
}
