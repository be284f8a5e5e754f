import type Cypher from '@neo4j/cypher-builder';
import type { Value } from './value.js';

/** Compiles the references of an entity or relation. Each is stored as a JSON text. */
export function compileReferences(owner: Cypher.Variable): Value {
  return {
    expression: owner.property('references'),
    decode: (packed) => ((packed ?? []) as string[]).map((text): unknown => JSON.parse(text)), // as the loader stores them
  };
}
