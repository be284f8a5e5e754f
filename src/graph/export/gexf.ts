import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { GraphContent } from '../graph-content.js';
import { type GraphologyEdge, toGraphologyJson, type GraphologyNode } from './graphology.js';
import { toXmlText } from './xml-text.js';

/** A graph as GEXF 1.3, for Gephi and networkx. */
export function writeGexf(content: GraphContent): string {
  const graph = MultiDirectedGraph.from<GraphologyNode, GraphologyEdge>(toGraphologyJson(content));
  const description = 'Truncated: there are more entities than the limit allows.';
  graph.replaceAttributes({ creator: content.name, ...(content.truncated && { description }) });
  return write(graph, { version: '1.3', formatNode, formatEdge });
}

function formatNode(_key: string, { label, color, size, x, y, name: _name, ...attributes }: GraphologyNode) {
  return { label: toXmlText(label), viz: { color: toRgb(color), size, x, y }, attributes: toXmlAttributes(attributes) };
}

// Gephi distinguishes parallel edges by GEXF's own `kind`; networkx ignores it and reads the label.
function formatEdge(_key: string, { label, kind, color, ...attributes }: GraphologyEdge) {
  return { label, kind, viz: { color: toRgb(color) }, attributes };
}

function toXmlAttributes(attributes: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? toXmlText(value) : value]),
  );
}

// GEXF 1.3 also allows hexadecimal colors, but networkx fails to parse them.
function toRgb(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
