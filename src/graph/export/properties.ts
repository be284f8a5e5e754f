import type { GraphLink, GraphNode } from '../graph-content.js';

/**
 * The properties of a node in every format, in addition to its id. Nulls are omitted, because networkx cannot write
 * them. The type of entity is `kind`: sigma reads `type` as the name of a renderer.
 */
export function nodeProperties({ type, slug, name, nameZh, summary, degree }: GraphNode) {
  return {
    kind: type,
    slug,
    name,
    ...(nameZh !== null && { nameZh }),
    ...(summary !== null && { summary }),
    degree,
  };
}

/**
 * The properties of a link in every format, in addition to its id and ends. The type of relation is `kind`, because
 * `type` has other meanings in sigma and Gephi.
 */
export function linkProperties({ type, basis, status }: Pick<GraphLink, 'type' | 'basis' | 'status'>) {
  return { kind: type, basis, status };
}
