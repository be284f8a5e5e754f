import { cypherFile } from '../neo4j/cypher-file.js';
import type { Statement } from '../neo4j/database.js';

/** The statement of `cypher/<name>.cypher` with its parameters, named for its file. */
export function statement(name: string, parameters: Record<string, unknown> = {}): Statement {
  return { name, text: cypherFile(name), parameters };
}
