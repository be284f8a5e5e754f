import { describe, expect, it } from 'vitest';
import { serveApi } from '../../setup/api.js';
import { sharedNeo4j } from '../../setup/databases.js';
import { degreeOf, filesGraph as graph } from './files-graph.js';

interface Groups {
  readonly list: {
    readonly totalCount: number;
    readonly groups: readonly {
      readonly key: string;
      readonly entity: { readonly id: string } | null;
      readonly count: number;
    }[];
  };
}

type KeysOf = (id: string) => readonly string[];

const kindKeys: KeysOf = (id) => [graph.getNodeAttribute(id, 'kind') ?? []].flat();
const relatedKeys =
  (relation: string, direction: 'out' | 'in', type?: string): KeysOf =>
  (id) => {
    const edges = direction === 'out' ? graph.outEdges(id) : graph.inEdges(id);
    const ends = edges
      .filter((edge) => graph.getEdgeAttribute(edge, 'type') === relation)
      .filter((edge) => graph.getEdgeAttribute(edge, 'status') !== 'REFUTED')
      .map((edge) => graph.opposite(id, edge));
    return ends.filter((end) => type === undefined || graph.getNodeAttribute(end, 'type') === type);
  };
const regionKeys: KeysOf = (id) => {
  const regions = new Set(relatedKeys('LOCATED_IN', 'out')(id));
  for (const region of regions) for (const parent of relatedKeys('PART_OF', 'out')(region)) regions.add(parent);
  return [...regions];
};

/** Each grouping of a list: the field, the entity type, the enum value and the expected keys of an entity. */
const listGroupings: readonly (readonly [list: string, type: string, by: string, keys: KeysOf])[] = [
  ['companies', 'Company', 'REGION', regionKeys],
  ['companies', 'Company', 'KIND', kindKeys],
  ['companies', 'Company', 'DOMAIN', relatedKeys('FOCUSES_ON', 'out')],
  ['companies', 'Company', 'SEGMENT', relatedKeys('OPERATES_IN', 'out', 'Segment')],
  ['tools', 'Tool', 'DOMAIN', relatedKeys('BELONGS_TO', 'out')],
  ['tools', 'Tool', 'COMPANY', relatedKeys('DEVELOPS', 'in')],
  ['tools', 'Tool', 'KIND', kindKeys],
  ['techniques', 'Technique', 'DOMAIN', relatedKeys('USES', 'in', 'Domain')],
  ['techniques', 'Technique', 'STAGE', relatedKeys('EMERGED_IN', 'out')],
];

const filters: readonly (readonly [text: string, matches: (id: string) => boolean])[] = [
  ['', () => true],
  ['where: { degree: { gte: 4 } }', (id) => degreeOf(graph, id) >= 4],
  ['where: { slug: { startsWith: "d" } }', (id) => (id.split(':')[1] ?? '').startsWith('d')],
  ['where: { not: { degree: { lte: 2 } } }, first: 3', (id) => degreeOf(graph, id) > 2],
];

/** Every combination of a grouping and a filter of its list. */
export const groupings = listGroupings.flatMap((grouping) =>
  filters.map((filter) => [...grouping, ...filter] as const),
);

/** Tests the counts of these groups against the data files. */
export function describeGroups(cases: typeof groupings): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);

  describe('The groups of a list', () => {
    it.each(cases)(
      'of %s (%s) by %s have the counts of the data files: %#',
      async (list, type, by, keys, filter, matches) => {
        const args = filter === '' ? '' : `(${filter})`;
        const text = `{ list: ${list}${args} { totalCount groups(by: ${by}) { key entity { id } count } } }`;
        const { list: groupedList } = await api.query<Groups>(text);
        const listedIds = graph.filterNodes((id, attributes) => attributes.type === type && matches(id));
        const counts = new Map<string, number>();
        for (const key of listedIds.flatMap((id) => [...new Set(keys(id))]))
          counts.set(key, (counts.get(key) ?? 0) + 1);
        expect(groupedList.totalCount).toBe(listedIds.length);
        expect(new Map(groupedList.groups.map(({ key, entity, count }) => [entity?.id ?? key, count]))).toEqual(counts);
        expect(groupedList.groups).toHaveLength(counts.size);
      },
    );
  });
}
