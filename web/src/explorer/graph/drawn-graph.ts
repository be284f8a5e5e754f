import type { DrawnFragment, DrawnLinkFragment } from '../../generated/graphql.js';
import type { Kind } from '../words/kinds.js';

/** An entity as the picture knows it. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: Kind;
  readonly en: string;
  readonly zh: string;
  readonly degree: number;
}

/** A relation as the picture knows it. */
export type DrawnLink = DrawnLinkFragment;

/** What there is to draw. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  readonly truncated: boolean;
}

/** The part of an answer that holds a graph. */
export interface GraphAnswer {
  readonly truncated: boolean;
  readonly nodes: readonly DrawnFragment[];
  readonly links: readonly DrawnLink[];
}

type DrawnFragmentOf = Pick<DrawnFragment, '__typename' | 'id' | 'en' | 'zh' | 'degree'>;

/** Takes an entity of an answer over for drawing. */
export function drawnNode({ __typename, id, en, zh, degree }: DrawnFragmentOf): DrawnNode {
  return { id, kind: __typename, en, zh, degree };
}

/** Takes a graph of an answer over for drawing. */
export function drawnGraph({ nodes, links, truncated }: GraphAnswer): DrawnGraph {
  return { nodes: nodes.map(drawnNode), links, truncated };
}

/** The part of a graph with these entities, and the links among them. */
export function partOf({ nodes, links, truncated }: DrawnGraph, keeps: (id: string) => boolean): DrawnGraph {
  return {
    nodes: nodes.filter(({ id }) => keeps(id)),
    links: links.filter(({ source, target }) => keeps(source) && keeps(target)),
    truncated,
  };
}

/** Two graphs in one: what both have stands in it once. */
export function union(first: DrawnGraph, second: DrawnGraph): DrawnGraph {
  const nodes = new Map([...first.nodes, ...second.nodes].map((node) => [node.id, node]));
  const links = new Map([...first.links, ...second.links].map((link) => [link.id, link]));
  return {
    nodes: [...nodes.values()],
    links: [...links.values()].filter(({ source, target }) => nodes.has(source) && nodes.has(target)),
    truncated: first.truncated || second.truncated,
  };
}
