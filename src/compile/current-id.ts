import Cypher from '@neo4j/cypher-builder';
import { atlasLabel } from '../shared/atlas-label.js';

/**
 * Cypher expression: the id of the entity that has an id now. If the entity was merged into another one, that is the other
 * one's id; otherwise the id itself. It requires the index of FormerEntity.id.
 */
export function buildCurrentId(id: string): string {
  return `coalesce(COLLECT { MATCH (former:FormerEntity&${atlasLabel} {id: ${id}}) RETURN former.currentId }[0], ${id})`;
}

/** The clause that binds `currentId` to the id of the entity that an id leads to, and keeps all other variables. */
export function bindCurrentId(id: Cypher.Expr, currentId: Cypher.Variable): Cypher.With {
  return new Cypher.With('*', [new Cypher.Raw((env) => buildCurrentId(env.compile(id))), currentId]);
}
