import type { GraphLink, GraphNode } from '../graph-content.js';

/** What every format says of a node besides its id; what the entity lacks is left out, for networkx writes no nulls. */
export interface NodeProperties {
  /** The type of entity: not `type`, which sigma takes for the name of a renderer. */
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  readonly nameZh?: string;
  readonly summary?: string;
  readonly degree: number;
}

/** What every format says of a link besides its id and ends. */
export interface LinkProperties {
  /** The type of relation: not `type`, which sigma and Gephi give meanings of their own. */
  readonly kind: string;
  readonly basis: string;
  readonly status: string;
}

/** The properties of a node. */
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

/** The properties of a link. */
export function linkProperties({ type, basis, status }: GraphLink): LinkProperties {
  return { kind: type, basis, status };
}
