import type { EntityFieldsFragment, LinkFieldsFragment } from '../../generated/graphql.js';
import type { Kind } from '../i18n/kinds.js';

/** An entity with the fields that the graph view needs. */
export interface GraphNode {
  readonly id: string;
  readonly kind: Kind;
  readonly en: string;
  readonly zh: string;
  readonly degree: number;
}

/** A relation with the fields that the graph view needs. */
export type GraphLink = LinkFieldsFragment;

/** A graph to draw. */
export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly truncated: boolean;
}

/** A graph in a response. */
export interface GraphResponse {
  readonly truncated: boolean;
  readonly nodes: readonly EntityFieldsFragment[];
  readonly links: readonly GraphLink[];
}

type EntityResponse = Pick<EntityFieldsFragment, '__typename' | 'id' | 'en' | 'zh' | 'degree'>;

/** Converts an entity of a response. */
export function toGraphNode({ __typename, id, en, zh, degree }: EntityResponse): GraphNode {
  return { id, kind: __typename, en, zh, degree };
}

/** Converts a graph of a response. */
export function toGraphData({ nodes, links, truncated }: GraphResponse): GraphData {
  return { nodes: nodes.map(toGraphNode), links, truncated };
}

/** The subgraph induced by the entities that match. */
export function inducedSubgraph(
  { nodes, links, truncated }: GraphData,
  isIncluded: (id: string) => boolean,
): GraphData {
  return {
    nodes: nodes.filter(({ id }) => isIncluded(id)),
    links: links.filter(({ source, target }) => isIncluded(source) && isIncluded(target)),
    truncated,
  };
}

/** The union of two graphs, without duplicates. */
export function mergeGraphs(first: GraphData, second: GraphData): GraphData {
  const nodes = new Map([...first.nodes, ...second.nodes].map((node) => [node.id, node]));
  const links = new Map([...first.links, ...second.links].map((link) => [link.id, link]));
  return {
    nodes: [...nodes.values()],
    links: [...links.values()].filter(({ source, target }) => nodes.has(source) && nodes.has(target)),
    truncated: first.truncated || second.truncated,
  };
}
