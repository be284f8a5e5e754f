import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { packageRoot } from './paths.js';
import { plainResolvers, type PlainSchema } from './read/plain.js';
import { compiled } from './read/resolvers.js';
import { resolvers } from './resolvers.js';

let executable: GraphQLSchema | undefined;
let plain: PlainSchema | undefined;

/** Builds the executable schema from `schema/*.graphql` and the resolvers, once: all servers of a process share it. */
export function buildSchema(): GraphQLSchema {
  return (executable ??= makeExecutableSchema({ typeDefs: readTypeDefs(), resolvers }));
}

/** Builds the same schema, also once, for plain operations, whose executor reads most fields off the rows by itself. */
export function buildPlainSchema(): PlainSchema {
  return (plain ??= newPlainSchema());
}

function newPlainSchema(): PlainSchema {
  const schema = makeExecutableSchema({ typeDefs: readTypeDefs(), resolvers: plainResolvers(resolvers) });
  const roots = Object.entries(resolvers.Query).filter(([, resolver]) => resolver === compiled);
  return { schema, statementFields: new Set(roots.map(([name]) => name)) };
}

function readTypeDefs(): string[] {
  const folder = join(packageRoot, 'schema');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
}
