import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readOperation } from './read-operation.js';

const moduleId = 'virtual:operations';

/** Exposes the GraphQL files of a directory to the pages as the module `virtual:operations`. */
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
      return `export const operations = ${JSON.stringify(operations)};`;
    },
  };
}

function graphqlFiles(directory: string): string[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
  return names.sort().map((name) => join(directory, name));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
