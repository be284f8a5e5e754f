import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { atlasGraph, trickyGraph } from '../../../tests/graph/sample-graphs.js';
import { writeLinksCsv, writeNodesCsv } from './csv.js';

// Read at import, because a slow machine may exceed the time limit of a test.
const graphs = [trickyGraph, atlasGraph()];

describe('the CSV exports', () => {
  it('parse to the same nodes and links, including names in both languages', () => {
    for (const graph of graphs) {
      const nodes = parseCsv(writeNodesCsv(graph));
      expect(nodes.map(({ id, label, nameZh, summary }) => [id, label, nameZh, summary])).toEqual(
        graph.nodes.map(({ id, name, nameZh, summary }) => [id, name, nameZh ?? '', summary ?? '']),
      );
      const links = parseCsv(writeLinksCsv(graph));
      expect(links.map(({ id, source, target, kind }) => [id, source, target, kind])).toEqual(
        graph.links.map(({ id, source, target, type }) => [id, source, target, type]),
      );
    }
  });

  it('escape text that a spreadsheet would evaluate as a formula, but not ids or numbers', () => {
    const signs = ['=', '+', '-', '@', '\t', '\r'];
    const sampleNode = trickyGraph.nodes[0] ?? expect.unreachable();
    const nodes = signs.map((sign) => ({
      ...sampleNode,
      name: `${sign}1+1`,
      nameZh: `${sign}甲`,
      summary: `${sign}SUM(A1)`,
    }));
    const rows = parseCsv(writeNodesCsv({ name: 'Atlas', nodes, links: [], colors: {}, truncated: false }));
    expect(rows.map(({ label, nameZh, summary }) => [label, nameZh, summary])).toEqual(
      signs.map((sign) => [`'${sign}1+1`, `'${sign}甲`, `'${sign}SUM(A1)`]),
    );
    expect(rows.map(({ id, degree }) => [id, degree])).toEqual(
      signs.map(() => [sampleNode.id, String(sampleNode.degree)]),
    );
  });

  it('start with one byte order mark and one header, even without rows', () => {
    const empty = { name: 'Atlas', nodes: [], links: [], colors: {}, truncated: false };
    expect([...writeNodesCsv(empty)].join('')).toBe('\uFEFFid,kind,slug,label,nameZh,summary,degree\r\n');
    expect([...writeLinksCsv(empty)].join('')).toBe('\uFEFFid,source,target,kind,basis,status\r\n');
  });
});

function parseCsv(chunks: Iterable<string>): Record<string, string>[] {
  return parse<Record<string, string>>([...chunks].join(''), { bom: true, columns: true });
}
