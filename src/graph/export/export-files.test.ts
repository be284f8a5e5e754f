import { describe, expect, it } from 'vitest';
import { trickyGraph } from '../../../tests/graph/sample-graphs.js';
import type { GraphFormat } from '../../generated/graphql.js';
import { joinChunks } from './join-chunks.js';
import { writeJson } from './write-json.js';
import { layOut } from './layout.js';
import { exporters, exportFiles } from './export-files.js';

const formats = Object.keys(exporters) as GraphFormat[]; // the keys are exactly the formats of the schema

describe('the exporters', () => {
  it.each(formats)('writes %s deterministically', (format) => {
    expect(JSON.stringify(exporters[format](trickyGraph))).toBe(
      JSON.stringify(exporters[format](structuredClone(trickyGraph))),
    );
  });

  it.each(formats)('writes an empty graph as %s', (format) => {
    expect(() =>
      exporters[format]({ name: 'Atlas', nodes: [], links: [], colors: {}, truncated: false }),
    ).not.toThrow();
  });

  it('removes characters that XML cannot represent', () => {
    const [first, ...otherNodes] = trickyGraph.nodes;
    if (!first) throw new Error('The tricky graph has no nodes');
    const graph = {
      nodes: [{ ...first, name: 'a\u0000b\uD800c\uFFFFd🎨' }, ...otherNodes],
      links: [],
      name: 'Atlas',
      colors: {},
      truncated: false,
    };
    for (const format of ['GEXF', 'GRAPHML'] as const) expect(exporters[format](graph)).toContain('abcd🎨');
  });
});

describe('the export files', () => {
  it('have the same content as the exports of the API', () => {
    const formats = [
      ['graph.gexf', 'GEXF'],
      ['graph.graphml', 'GRAPHML'],
      ['graph.cytoscape.json', 'CYTOSCAPE'],
      ['graph.graphology.json', 'GRAPHOLOGY'],
      ['graph.node-link.json', 'NODE_LINK'],
      ['graph.jgf.json', 'JGF'],
      ['graph.nvl.json', 'NVL'],
    ] as const;
    expect(exportFiles.map(({ name }) => name)).toEqual([...formats.map(([name]) => name), 'nodes.csv', 'links.csv']);
    for (const [name, format] of formats) {
      const text = [...(exportFiles.find((file) => file.name === name)?.write(trickyGraph) ?? [])].join('');
      expect(name.endsWith('.json') ? JSON.parse(text) : text).toEqual(exporters[format](trickyGraph));
    }
  });
});

describe('jsonChunks', () => {
  it.each([null, 1, 'a"b', [], {}, [[], {}, [1, [2, { a: [3] }]]], { a: { b: { c: { d: [null, true] } } } }])(
    'writes %j as JSON.stringify does',
    (value) => expect([...writeJson(value)].join('')).toBe(JSON.stringify(value)),
  );
});

describe('gathered', () => {
  it('joins small chunks into larger ones', () => {
    expect([...joinChunks(['ab', 'c', 'defg', '', 'h'], 3)]).toEqual(['abc', 'defg', 'h']);
    expect([...joinChunks([])]).toEqual([]);
  });
});

describe('layOut', () => {
  it('gives each node a distinct position', () => {
    const positions = [...layOut(trickyGraph.nodes).values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(positions).size).toBe(trickyGraph.nodes.length);
  });
});
