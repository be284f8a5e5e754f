import type { Node, Relationship } from '@neo4j-nvl/base';
import cytoscape from 'cytoscape';
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { atlasGraph, trickyGraph } from '../../../tests/graph/sample-graphs.js';
import type { GraphContent } from '../graph-content.js';
import { cytoscapeJson } from './cytoscape.js';
import { gexfText } from './gexf.js';
import { graphologyJson } from './graphology.js';
import { nodeLinkJson } from './node-link.js';
import { nvlJson, type NvlJson } from './nvl.js';

const graphs: readonly (readonly [string, GraphContent])[] = [
  ['a tricky graph', frozen(trickyGraph)],
  ['the whole dataset', frozen(atlasGraph())],
];

describe.each(graphs)('an export of %s', (_name, graph) => {
  const nodeIds = graph.nodes.map(({ id }) => id);
  const linkIds = graph.links.map(({ id }) => id);

  it('has unique ids for nodes and links', () => {
    expect(new Set([...nodeIds, ...linkIds]).size).toBe(nodeIds.length + linkIds.length);
  });

  it('opens in Cytoscape.js with all elements and their names', () => {
    const { elements } = copied(cytoscapeJson(graph));
    const opened = cytoscape({ headless: true, elements: { nodes: [...elements.nodes], edges: [...elements.edges] } });
    expect(opened.nodes().map((node) => node.id())).toEqual(nodeIds);
    expect(opened.edges().map((edge) => edge.id())).toEqual(linkIds);
    for (const { id, name, type } of graph.nodes) {
      const node = opened.getElementById(id);
      expect(node.data('name')).toBe(name);
      expect(node.hasClass(type)).toBe(true);
    }
  });

  it('opens in graphology by `from` and by `import`, with the attributes that sigma needs', () => {
    const json = copied(graphologyJson(graph));
    const opened = MultiDirectedGraph.from({ ...json, nodes: [...json.nodes], edges: [...json.edges] });
    const imported = new MultiDirectedGraph();
    imported.import({ ...json, nodes: [...json.nodes], edges: [...json.edges] });
    for (const reader of [opened, imported]) {
      expect(reader.nodes()).toEqual(nodeIds);
      expect(reader.edges()).toEqual(linkIds);
      expect(reader.getAttributes()).toMatchObject({ truncated: graph.truncated });
    }
    opened.forEachNode((_id, attributes) => {
      expect(attributes).toMatchObject(drawable);
      expect(attributes).not.toHaveProperty('type');
    });
    opened.forEachEdge((_id, attributes) => expect(attributes).not.toHaveProperty('type'));
  });

  it('runs in a d3-force simulation', () => {
    const { nodes, links } = copied(nodeLinkJson(graph));
    const bodies: (SimulationNodeDatum & { readonly id: string })[] = [...nodes];
    const springs: SimulationLinkDatum<(typeof bodies)[number]>[] = [...links];
    const force = forceLink<(typeof bodies)[number], (typeof springs)[number]>(springs).id(({ id }) => id);
    forceSimulation(bodies).force('link', force).stop().tick(3);
    expect(bodies.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(springs.map(({ source, target }) => [idOf(source), idOf(target)])).toEqual(
      graph.links.map(({ source, target }) => [source, target]),
    );
  });

  it('parses from GEXF 1.3 to the same graph', () => {
    const text = gexfText(graph);
    expect(text).toContain('xmlns="http://gexf.net/1.3"');
    const read = parse(MultiDirectedGraph, text);
    expect(read.nodes()).toEqual(nodeIds);
    expect(read.edges()).toEqual(linkIds);
    expect(read.hasAttribute('description')).toBe(graph.truncated);
    for (const { id, name, nameZh, summary, type, degree } of graph.nodes) {
      const expected = { label: name, kind: type, degree, ...(nameZh && { nameZh }), ...(summary && { summary }) };
      expect(read.getNodeAttributes(id)).toMatchObject(expected);
    }
  });
});

describe('the NVL export', () => {
  it("has the library's own types", () => {
    expectTypeOf<NvlJson['nodes'][number]>().toExtend<Node>();
    expectTypeOf<NvlJson['relationships'][number]>().toExtend<Relationship>();
    expectTypeOf<{ id: number }>().not.toExtend<Node>();
    const { nodes, relationships } = nvlJson(trickyGraph);
    const drawn = { nodes, relationships } satisfies { nodes: Node[]; relationships: Relationship[] };
    expect(drawn.nodes.map(({ captions }) => captions)).toEqual(trickyGraph.nodes.map(({ name }) => [{ value: name }]));
    expect(drawn.relationships.map(({ from, to }) => [from, to])).toEqual(
      trickyGraph.links.map(({ source, target }) => [source, target]),
    );
  });
});

const drawable: Record<string, unknown> = {
  label: expect.any(String),
  x: expect.any(Number),
  y: expect.any(Number),
  size: expect.any(Number),
  color: expect.stringMatching(/^#[0-9a-f]{6}$/),
};

// Asserts that JSON can represent the value without loss, and returns a mutable copy, like that of a client.
function copied<T>(json: T): T {
  const received: unknown = JSON.parse(JSON.stringify(json));
  expect(received).toStrictEqual(json);
  return structuredClone(json);
}

function idOf(end: string | number | { readonly id: string }): string {
  return typeof end === 'object' ? end.id : String(end);
}

function frozen({ nodes, links, colors, truncated }: GraphContent): GraphContent {
  const freeze = <T extends object>(items: readonly T[]): readonly T[] =>
    Object.freeze(items.map((item) => Object.freeze({ ...item })));
  return Object.freeze({ nodes: freeze(nodes), links: freeze(links), colors: Object.freeze(colors), truncated });
}
