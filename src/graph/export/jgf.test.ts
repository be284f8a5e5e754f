import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { atlasGraph, trickyGraph } from '../../../tests/graph/sample-graphs.js';
import { jgfJson } from './jgf.js';

const text = { type: 'string' };
const metadata = { type: 'object' };

function closed(properties: object, required: string[] = []): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

// What the published schema of JSON Graph Format 2 demands of a document with one graph.
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

// Read out here, where a busy computer has more than the five seconds of a test.
const graphs = [trickyGraph, atlasGraph()];

it('An export in JSON Graph Format 2 is valid by its schema, and keeps every node and edge', () => {
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
