import { join } from 'node:path';
import { readModel } from '../../src/model/read-model.js';
import { packageRoot } from '../../src/paths.js';
import { printResolvers } from './print-resolvers.js';

/** A graphql-codegen plugin that generates the row types and resolvers of the project's model. */
export function plugin(): string {
  return printResolvers(readModel(join(packageRoot, 'schema'), 'schema'));
}
