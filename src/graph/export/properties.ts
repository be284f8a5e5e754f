import type { GraphLink, GraphNode } from '../graph-content.js';

/**
 * The properties of a node in every format, in addition to its id. Nulls are omitted, because networkx cannot write
 * them.
 */
export interface NodeProperties {
  /** The type of entity. It is not named `type`, which sigma reads as the name of a renderer. */
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  readonly nameZh?: string;
  readonly summary?: string;
  readonly degree: number;
}

/** The properties of a link in every format, in addition to its id and ends. */
export interface LinkProperties {
  /** The type of relation. It is not named `type`, which has other meanings in sigma and Gephi. */
  readonly kind: string;
  readonly basis: string;
  readonly status: string;
}

/** Selects the properties of a node. */
export function nodeProperties({ type, slug, name, nameZh, summary, degree }: GraphNode): NodeProperties {
  return {
    kind: type,
    slug,
    name,
    ...(nameZh !== null && { nameZh }),
    ...(summary !== null && { summary }),
    degree,
  };
}

/** Selects the properties of a link. */
export function linkProperties({ type, basis, status }: Pick<GraphLink, 'type' | 'basis' | 'status'>): LinkProperties {
  return { kind: type, basis, status };
}
