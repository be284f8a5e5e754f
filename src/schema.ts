import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { packageRoot } from './paths.js';
import { resolvers } from './resolvers.js';

let executable: GraphQLSchema | undefined;

/** Builds the executable schema from `schema/*.graphql` and the resolvers, once: all servers of a process share it. */
export function buildSchema(): GraphQLSchema {
  return (executable ??= makeExecutableSchema({ typeDefs: readTypeDefs(), resolvers }));
}

/** The texts of `schema/*.graphql`, by the names of their files. */
export function readTypeDefs(): string[] {
  const folder = join(packageRoot, 'schema');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
}
