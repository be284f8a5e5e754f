/** All export formats: the values of GraphQL's `GraphFormat`. */
export const graphFormats = ['CYTOSCAPE', 'GRAPHOLOGY', 'NODE_LINK', 'JGF', 'NVL', 'GEXF', 'GRAPHML'] as const;

/** An export format. */
export type GraphFormat = (typeof graphFormats)[number];
