import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema, GraphQLSchema, lexicographicSortSchema, printSchema, specifiedDirectives } from 'graphql';
import { packageRoot } from '../src/paths.js';

const file = join(packageRoot, 'api', 'schema.graphql');

/** Prints the schema as clients see it: in alphabetical order, without our compiler's directives. */
export function printClientSchema(schema: GraphQLSchema): string {
  const config = lexicographicSortSchema(schema).toConfig();
  return `${printSchema(new GraphQLSchema({ ...config, directives: [...specifiedDirectives] }))}\n`;
}

/** The changes since the schema was last published. */
export function changesSincePublished(schema: GraphQLSchema): Promise<Change[]> {
  return changesBetween(readFileSync(file, 'utf8'), printClientSchema(schema));
}

/** The changes from one schema to another, both as SDL. */
export function changesBetween(before: string, after: string): Promise<Change[]> {
  return diff(buildSchema(before), buildSchema(after));
}

/** Whether a change can break the operations of clients. */
export function isBreaking({ criticality }: Change): boolean {
  return criticality.level === CriticalityLevel.Breaking;
}

/** Writes the schema to api/schema.graphql. */
export function publishSchema(schema: GraphQLSchema): void {
  writeFileSync(file, printClientSchema(schema));
}
