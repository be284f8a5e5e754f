import { sharedNeo4j } from '../setup/databases.js';
import { listen } from '../setup/api.js';

/** The server with its pages on the shared graph, for the tests of one file. */
export function servePages(): { readonly address: (path: string) => string } {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);
  return { address: (path) => new URL(path, api.url).href };
}
