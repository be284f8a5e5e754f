import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import type { Plugin } from 'vite';
import { readOperation, schemaOf } from './read-operation.js';

const moduleId = 'virtual:operations';

/** The enums whose values are derived from the model. */
const modelEnums = ['EntityType', 'RelationType', 'Language'];

/** Exposes the GraphQL files of a directory, and the names in their model, to the pages as the module `virtual:operations`. */
export function operationsModule(directory: string, schemaFile: string): Plugin {
  return {
    name: 'operations-module',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : undefined),
    load(id) {
      if (id !== `\0${moduleId}`) return undefined;
      const files = graphqlFiles(directory);
      for (const file of files) this.addWatchFile(file);
      const sdl = read(schemaFile);
      const operations = files.map((file) => readOperation(file, read(file), sdl));
      return [
        `export const operations = ${JSON.stringify(operations)};`,
        `export const modelNames = ${JSON.stringify(modelNamesIn(sdl))};`,
      ].join('\n');
    },
  };
}

function modelNamesIn(sdl: string): string[] {
  const schema = schemaOf(sdl);
  const types = modelEnums.map((name) => schema.getType(name));
  return types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
}

function graphqlFiles(directory: string): string[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
  return names.sort().map((name) => join(directory, name));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
