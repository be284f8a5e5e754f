import type { EntityFieldsFragment, LinkFieldsFragment } from '../../generated/graphql.js';
import type { Kind } from '../words/kinds.js';

/** An entity with the fields that the graph view needs. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: Kind;
  readonly en: string;
  readonly zh: string;
  readonly degree: number;
}

/** A relation with the fields that the graph view needs. */
export type DrawnLink = LinkFieldsFragment;

/** A graph to draw. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  readonly truncated: boolean;
}

/** A graph in a response. */
export interface GraphAnswer {
  readonly truncated: boolean;
  readonly nodes: readonly EntityFieldsFragment[];
  readonly links: readonly DrawnLink[];
}

type DrawnFragmentOf = Pick<EntityFieldsFragment, '__typename' | 'id' | 'en' | 'zh' | 'degree'>;

/** Converts an entity of a response. */
export function drawnNode({ __typename, id, en, zh, degree }: DrawnFragmentOf): DrawnNode {
  return { id, kind: __typename, en, zh, degree };
}

/** Converts a graph of a response. */
export function drawnGraph({ nodes, links, truncated }: GraphAnswer): DrawnGraph {
  return { nodes: nodes.map(drawnNode), links, truncated };
}

/** The subgraph induced by the entities that match. */
export function partOf({ nodes, links, truncated }: DrawnGraph, keeps: (id: string) => boolean): DrawnGraph {
  return {
    nodes: nodes.filter(({ id }) => keeps(id)),
    links: links.filter(({ source, target }) => keeps(source) && keeps(target)),
    truncated,
  };
}

/** The union of two graphs, without duplicates. */
export function union(first: DrawnGraph, second: DrawnGraph): DrawnGraph {
  const nodes = new Map([...first.nodes, ...second.nodes].map((node) => [node.id, node]));
  const links = new Map([...first.links, ...second.links].map((link) => [link.id, link]));
  return {
    nodes: [...nodes.values()],
    links: [...links.values()].filter(({ source, target }) => nodes.has(source) && nodes.has(target)),
    truncated: first.truncated || second.truncated,
  };
}
