import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { atlasGraph, trickyGraph } from '../../../tests/graph/sample-graphs.js';
import { toJgfJson } from './jgf.js';

const text = { type: 'string' };
const metadata = { type: 'object' };

function closedObject(properties: object, required: string[] = []): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

// The published schema of JSON Graph Format 2, reduced to documents with one graph.
const schema = closedObject(
  {
    graph: closedObject({
      ...{ id: text, label: text, type: text, directed: { type: 'boolean' }, metadata },
      nodes: { type: 'object', additionalProperties: closedObject({ label: text, metadata }) },
      edges: {
        type: 'array',
        items: closedObject(
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
  const validate = new Ajv({ allErrors: true }).compile(schema);
  for (const graph of graphs) {
    const document = toJgfJson(graph);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document.graph.metadata).toEqual({ truncated: graph.truncated });
    expect(Object.keys(document.graph.nodes)).toEqual(graph.nodes.map(({ id }) => id));
    expect(document.graph.edges.map(({ id }) => id)).toEqual(graph.links.map(({ id }) => id));
    for (const { id, name } of graph.nodes) expect(document.graph.nodes[id]?.label).toBe(name);
  }
});
