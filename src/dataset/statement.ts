import { cypherFile } from '../neo4j/cypher-file.js';
import type { Statement } from '../neo4j/database.js';

/** Creates a statement from the file `cypher/<name>.cypher`, named after it. */
export function statement(name: string, parameters: Record<string, unknown> = {}): Statement {
  return { name, text: cypherFile(name), parameters };
}
