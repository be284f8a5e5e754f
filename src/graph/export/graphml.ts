import XMLBuilder from 'fast-xml-builder';
import type { GraphContent } from '../graph-content.js';
import { graphologyJson } from './graphology.js';
import { xmlText } from './xml-text.js';

type Values = Readonly<Record<string, string | number | boolean>>;

type Owner = 'graph' | 'node' | 'edge';

const graphKeys = { truncated: 'boolean' } as const;

const nodeKeys = {
  label: 'string',
  kind: 'string',
  slug: 'string',
  nameZh: 'string',
  summary: 'string',
  degree: 'int',
  x: 'double',
  y: 'double',
  size: 'double',
  color: 'string',
} as const;

const edgeKeys = { label: 'string', kind: 'string', basis: 'string', status: 'string', color: 'string' } as const;

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#text' });

/**
 * Writes a graph as GraphML, for Gephi, networkx, igraph and yEd, in chunks: one line for each element of the graph.
 */
export function* graphmlChunks(content: GraphContent): Generator<string> {
  const { attributes: ofGraph, nodes, edges } = graphologyJson(content);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declarations('graph', graphKeys) + declarations('node', nodeKeys) + declarations('edge', edgeKeys);
  yield '<graph id="aigc-atlas" edgedefault="directed">\n';
  for (const datum of data('graph', graphKeys, ofGraph)) yield element('data', datum);
  for (const { key, attributes } of nodes) {
    yield element('node', { '@id': key, data: data('node', nodeKeys, { ...attributes }) });
  }
  for (const { key, source, target, attributes } of edges) {
    const ends = { '@source': source, '@target': target };
    yield element('edge', { '@id': key, ...ends, data: data('edge', edgeKeys, { ...attributes }) });
  }
  yield '</graph>\n</graphml>\n';
}

function declarations(owner: Owner, keys: Values): string {
  const lines = Object.entries(keys).map(([name, type]) =>
    element('key', { '@id': `${owner}-${name}`, '@for': owner, '@attr.name': name, '@attr.type': type }),
  );
  return lines.join('');
}

function data(owner: Owner, keys: Values, values: Values): readonly object[] {
  return Object.keys(keys).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ '@key': `${owner}-${name}`, '#text': xmlText(String(value)) }];
  });
}

function element(name: string, content: object): string {
  return `${builder.build({ [name]: content })}\n`;
}
