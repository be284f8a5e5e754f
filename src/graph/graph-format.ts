/** Every shape that a graph is exported in, as GraphQL's `GraphFormat` names them. */
export const graphFormats = ['CYTOSCAPE', 'GRAPHOLOGY', 'NODE_LINK', 'JGF', 'NVL', 'GEXF', 'GRAPHML'] as const;

/** One of the shapes that a graph is exported in. */
export type GraphFormat = (typeof graphFormats)[number];
