import XMLBuilder from 'fast-xml-builder';
import type { GraphContent } from '../graph-content.js';
import { toGraphologyJson } from './graphology.js';
import { toXmlText } from './xml-text.js';

/** The attributes of each kind of element, in the order of the file, with their types in GraphML. */
const keys = {
  graph: { truncated: 'boolean' },
  node: {
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
  },
  edge: { label: 'string', kind: 'string', basis: 'string', status: 'string', color: 'string' },
};

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#text' });

/**
 * Writes a graph as GraphML, for Gephi, networkx, igraph and yEd, in chunks: one line for each element of the graph.
 */
export function* writeGraphml(content: GraphContent): Generator<string> {
  const { attributes: graphAttributes, nodes, edges } = toGraphologyJson(content);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [kind, types] of Object.entries(keys)) {
    for (const [name, type] of Object.entries(types)) {
      yield writeElement('key', { '@id': `${kind}-${name}`, '@for': kind, '@attr.name': name, '@attr.type': type });
    }
  }
  yield '<graph id="atlas" edgedefault="directed">\n';
  for (const datum of toData('graph', graphAttributes)) yield writeElement('data', datum);
  for (const { key, attributes } of nodes) {
    yield writeElement('node', { '@id': key, data: toData('node', attributes) });
  }
  for (const { key, source, target, attributes } of edges) {
    const ends = { '@source': source, '@target': target };
    yield writeElement('edge', { '@id': key, ...ends, data: toData('edge', attributes) });
  }
  yield '</graph>\n</graphml>\n';
}

function toData(kind: keyof typeof keys, values: Readonly<Record<string, string | number | boolean>>): object[] {
  return Object.keys(keys[kind]).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ '@key': `${kind}-${name}`, '#text': toXmlText(String(value)) }];
  });
}

function writeElement(name: string, content: object): string {
  return `${builder.build({ [name]: content })}\n`;
}
