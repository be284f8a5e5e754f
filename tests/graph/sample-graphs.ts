import type { Dataset } from '../../src/dataset/record.js';
import { projectModel } from '../../src/model/project-model.js';
import { articleDataset } from '../setup/article-dataset.js';
import type { GraphContent } from '../../src/graph/graph-content.js';

/**
 * A graph with edge cases for writers: parallel relations, a loop, Chinese text, markup, quotes, line breaks, null
 * values.
 */
export const trickyGraph: GraphContent = {
  nodes: [
    node('Company:alone', 'Company', 'Alone', null, null),
    node(
      'Company:q-and-a',
      'Company',
      `<Q&A> "Labs" 'Inc' ]]>`,
      '问答实验室',
      'One line, then\nanother; a tab\there, and ="1+1".',
    ),
    node('Region:city', 'Region', '北京', '北京', ''),
    node('Tool:emoji', 'Tool', 'Painter 🎨', '画师🎨，「引号」', 'Ends with a backslash \\'),
  ],
  links: [
    link('DEVELOPS:q-and-a:emoji', 'DEVELOPS', 'Company:q-and-a', 'Tool:emoji'),
    link('LOCATED_IN:q-and-a:city', 'LOCATED_IN', 'Company:q-and-a', 'Region:city'),
    link('PART_OF:Region:city:Region:city', 'PART_OF', 'Region:city', 'Region:city'),
    link('USES:Company:q-and-a:emoji', 'USES', 'Company:q-and-a', 'Tool:emoji'),
    link('USES:Tool:emoji:q-and-a', 'USES', 'Tool:emoji', 'Company:q-and-a'),
  ],
  name: 'AIGC Atlas',
  colors: { Company: '#2f6db5', Region: '#4c852d', Tool: '#17877a' },
  truncated: true,
};

/** Returns the graph of the project's dataset. */
export function atlasGraph(): GraphContent {
  const { entities, relations } = articleDataset;
  const degrees = degreesOf(relations);
  return {
    nodes: entities
      .map(({ id, type, fields: { slug, name, summary } }) => ({
        ...{ id, type, slug, name: name.en ?? name.zh ?? slug, nameZh: name.zh ?? null, summary: summary.en ?? null },
        degree: degrees.get(id) ?? 0,
      }))
      .toSorted(byId),
    links: relations
      .map(({ id, type, from, to, fields: { basis = 'STATED', status = 'UNCHECKED' } }) => ({
        ...{ id, type, source: from, target: to, basis, status },
      }))
      .toSorted(byId),
    name: projectModel().name.en,
    colors: Object.fromEntries(projectModel().types.map(({ name, color }) => [name, color])),
    truncated: false,
  };
}

function degreesOf(relations: Dataset['relations']): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const id of relations.flatMap(({ from, to }) => [from, to])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

type Node = GraphContent['nodes'][number];
type Link = GraphContent['links'][number];

function node(id: string, type: Node['type'], name: string, nameZh: string | null, summary: string | null): Node {
  return { id, type, slug: id.slice(id.indexOf(':') + 1), name, nameZh, summary, degree: 2 };
}

function link(id: string, type: Link['type'], source: string, target: string): Link {
  return { id, type, source, target, basis: 'STATED', status: 'UNCHECKED' };
}
