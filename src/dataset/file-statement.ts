import { readCypherFile } from '../neo4j/cypher-file.js';
import type { Statement } from '../neo4j/database.js';

/** Creates a statement from the file `cypher/<name>.cypher`, named after it. */
export function createFileStatement(name: string, parameters: Record<string, unknown> = {}): Statement {
  return { name, text: readCypherFile(name), parameters };
}
