import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { atlasGraph, trickyGraph } from '../../../tests/graph/sample-graphs.js';
import { jgfJson } from './jgf.js';

const text = { type: 'string' };
const metadata = { type: 'object' };

function closed(properties: object, required: string[] = []): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

// The published schema of JSON Graph Format 2, reduced to documents with one graph.
const schema = closed(
  {
    graph: closed({
      ...{ id: text, label: text, type: text, directed: { type: 'boolean' }, metadata },
      nodes: { type: 'object', additionalProperties: closed({ label: text, metadata }) },
      edges: {
        type: 'array',
        items: closed(
          {
            id: text,
            source: text,
            target: text,
            relation: text,
            directed: { type: 'boolean' },
            label: text,
            metadata,
          },
          ['source', 'target'],
        ),
      },
    }),
  },
  ['graph'],
);

// Read at import, because a slow machine may exceed the time limit of a test.
const graphs = [trickyGraph, atlasGraph()];

it('an export in JSON Graph Format 2 matches the schema of the format and contains all nodes and edges', () => {
  const valid = new Ajv({ allErrors: true }).compile(schema);
  for (const graph of graphs) {
    const document = jgfJson(graph);
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    expect(document.graph.metadata).toEqual({ truncated: graph.truncated });
    expect(Object.keys(document.graph.nodes)).toEqual(graph.nodes.map(({ id }) => id));
    expect(document.graph.edges.map(({ id }) => id)).toEqual(graph.links.map(({ id }) => id));
    for (const { id, name } of graph.nodes) expect(document.graph.nodes[id]?.label).toBe(name);
  }
});
