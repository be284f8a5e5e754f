import type { Node, Relationship } from '@neo4j-nvl/base';
import cytoscape from 'cytoscape';
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { atlasGraph, trickyGraph } from '../../../tests/graph/sample-graphs.js';
import type { GraphContent } from '../graph-content.js';
import { toCytoscapeJson } from './cytoscape.js';
import { writeGexf } from './gexf.js';
import { toGraphologyJson } from './graphology.js';
import { toNodeLinkJson } from './node-link.js';
import { toNvlJson } from './nvl.js';

const graphs: readonly (readonly [string, GraphContent])[] = [
  ['a tricky graph', freezeGraph(trickyGraph)],
  ['the whole dataset', freezeGraph(atlasGraph())],
];

describe.each(graphs)('an export of %s', (_name, graph) => {
  const nodeIds = graph.nodes.map(({ id }) => id);
  const linkIds = graph.links.map(({ id }) => id);

  it('has unique ids for nodes and links', () => {
    expect(new Set([...nodeIds, ...linkIds]).size).toBe(nodeIds.length + linkIds.length);
  });

  it('opens in Cytoscape.js with all elements and their names', () => {
    const { elements } = copyOfJson(toCytoscapeJson(graph));
    const loadedGraph = cytoscape({
      headless: true,
      elements: { nodes: [...elements.nodes], edges: [...elements.edges] },
    });
    expect(loadedGraph.nodes().map((node) => node.id())).toEqual(nodeIds);
    expect(loadedGraph.edges().map((edge) => edge.id())).toEqual(linkIds);
    for (const { id, name, type } of graph.nodes) {
      const node = loadedGraph.getElementById(id);
      expect(node.data('name')).toBe(name);
      expect(node.hasClass(type)).toBe(true);
    }
  });

  it('opens in graphology by `from` and by `import`, with the attributes that sigma needs', () => {
    const json = copyOfJson(toGraphologyJson(graph));
    const loadedGraph = MultiDirectedGraph.from({ ...json, nodes: [...json.nodes], edges: [...json.edges] });
    const importedGraph = new MultiDirectedGraph();
    importedGraph.import({ ...json, nodes: [...json.nodes], edges: [...json.edges] });
    for (const loaded of [loadedGraph, importedGraph]) {
      expect(loaded.nodes()).toEqual(nodeIds);
      expect(loaded.edges()).toEqual(linkIds);
      expect(loaded.getAttributes()).toMatchObject({ truncated: graph.truncated });
    }
    loadedGraph.forEachNode((_id, attributes) => {
      expect(attributes).toMatchObject(drawableAttributes);
      expect(attributes).not.toHaveProperty('type');
    });
    loadedGraph.forEachEdge((_id, attributes) => expect(attributes).not.toHaveProperty('type'));
  });

  it('runs in a d3-force simulation', () => {
    const { nodes, links } = copyOfJson(toNodeLinkJson(graph));
    const simulationNodes: (SimulationNodeDatum & { readonly id: string })[] = [...nodes];
    const simulationLinks: SimulationLinkDatum<(typeof simulationNodes)[number]>[] = [...links];
    const force = forceLink<(typeof simulationNodes)[number], (typeof simulationLinks)[number]>(simulationLinks).id(
      ({ id }) => id,
    );
    forceSimulation(simulationNodes).force('link', force).stop().tick(3);
    expect(simulationNodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(simulationLinks.map(({ source, target }) => [idOf(source), idOf(target)])).toEqual(
      graph.links.map(({ source, target }) => [source, target]),
    );
  });

  it('parses from GEXF 1.3 to the same graph', () => {
    const text = writeGexf(graph);
    expect(text).toContain('xmlns="http://gexf.net/1.3"');
    const parsedGraph = parse(MultiDirectedGraph, text);
    expect(parsedGraph.nodes()).toEqual(nodeIds);
    expect(parsedGraph.edges()).toEqual(linkIds);
    expect(parsedGraph.hasAttribute('description')).toBe(graph.truncated);
    for (const { id, name, nameZh, summary, type, degree } of graph.nodes) {
      const expected = { label: name, kind: type, degree, ...(nameZh && { nameZh }), ...(summary && { summary }) };
      expect(parsedGraph.getNodeAttributes(id)).toMatchObject(expected);
    }
  });
});

describe('the NVL export', () => {
  it("has the library's own types", () => {
    expectTypeOf<{ id: number }>().not.toExtend<Node>();
    const { nodes, relationships } = toNvlJson(trickyGraph);
    expectTypeOf(nodes).toExtend<Node[]>();
    expectTypeOf(relationships).toExtend<Relationship[]>();
    const nvlGraph = { nodes, relationships } satisfies { nodes: Node[]; relationships: Relationship[] };
    expect(nvlGraph.nodes.map(({ captions }) => captions)).toEqual(
      trickyGraph.nodes.map(({ name }) => [{ value: name }]),
    );
    expect(nvlGraph.relationships.map(({ from, to }) => [from, to])).toEqual(
      trickyGraph.links.map(({ source, target }) => [source, target]),
    );
  });
});

const drawableAttributes: Record<string, unknown> = {
  label: expect.any(String),
  x: expect.any(Number),
  y: expect.any(Number),
  size: expect.any(Number),
  color: expect.stringMatching(/^#[0-9a-f]{6}$/),
};

// Asserts that JSON can represent the value without loss, and returns a mutable copy, like that of a client.
function copyOfJson<T>(json: T): T {
  const received: unknown = JSON.parse(JSON.stringify(json));
  expect(received).toStrictEqual(json);
  return structuredClone(json);
}

function idOf(end: string | number | { readonly id: string }): string {
  return typeof end === 'object' ? end.id : String(end);
}

function freezeGraph({ name, nodes, links, colors, truncated }: GraphContent): GraphContent {
  const freeze = <T extends object>(items: readonly T[]): readonly T[] =>
    Object.freeze(items.map((item) => Object.freeze({ ...item })));
  return Object.freeze({ name, nodes: freeze(nodes), links: freeze(links), colors: Object.freeze(colors), truncated });
}
