import XMLBuilder from 'fast-xml-builder';
import type { GraphContent } from '../graph-content.js';
import { toGraphologyJson } from './graphology.js';
import { toXmlText } from './xml-text.js';

type Values = Readonly<Record<string, string | number | boolean>>;

type ElementKind = 'graph' | 'node' | 'edge';

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
export function* writeGraphml(content: GraphContent): Generator<string> {
  const { attributes: graphAttributes, nodes, edges } = toGraphologyJson(content);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield (
    writeKeyDeclarations('graph', graphKeys) +
    writeKeyDeclarations('node', nodeKeys) +
    writeKeyDeclarations('edge', edgeKeys)
  );
  yield '<graph id="atlas" edgedefault="directed">\n';
  for (const datum of toData('graph', graphKeys, graphAttributes)) yield writeElement('data', datum);
  for (const { key, attributes } of nodes) {
    yield writeElement('node', { '@id': key, data: toData('node', nodeKeys, { ...attributes }) });
  }
  for (const { key, source, target, attributes } of edges) {
    const ends = { '@source': source, '@target': target };
    yield writeElement('edge', { '@id': key, ...ends, data: toData('edge', edgeKeys, { ...attributes }) });
  }
  yield '</graph>\n</graphml>\n';
}

function writeKeyDeclarations(elementKind: ElementKind, keys: Values): string {
  const lines = Object.entries(keys).map(([name, type]) =>
    writeElement('key', {
      '@id': `${elementKind}-${name}`,
      '@for': elementKind,
      '@attr.name': name,
      '@attr.type': type,
    }),
  );
  return lines.join('');
}

function toData(elementKind: ElementKind, keys: Values, values: Values): readonly object[] {
  return Object.keys(keys).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ '@key': `${elementKind}-${name}`, '#text': toXmlText(String(value)) }];
  });
}

function writeElement(name: string, content: object): string {
  return `${builder.build({ [name]: content })}\n`;
}
