import { describe, expect, it } from 'vitest';
import { listen } from '../../setup/api.js';
import { sharedNeo4j } from '../../setup/databases.js';
import { filesGraph as graph } from './files-graph.js';

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

type Keys = (id: string) => readonly string[];

const kind: Keys = (id) => [graph.getNodeAttribute(id, 'kind') ?? []].flat();
const others =
  (relation: string, way: 'out' | 'in', type?: string): Keys =>
  (id) => {
    const edges = way === 'out' ? graph.outEdges(id) : graph.inEdges(id);
    const ends = edges
      .filter((edge) => graph.getEdgeAttribute(edge, 'type') === relation)
      .map((edge) => graph.opposite(id, edge));
    return ends.filter((end) => type === undefined || graph.getNodeAttribute(end, 'type') === type);
  };
const places: Keys = (id) => {
  const reached = new Set(others('LOCATED_IN', 'out')(id));
  for (const place of reached) for (const whole of others('PART_OF', 'out')(place)) reached.add(whole);
  return [...reached];
};

/** Each grouping of a list: the field, the entity type, the enum value and the expected keys of an entity. */
const cases: readonly (readonly [list: string, type: string, by: string, keys: Keys])[] = [
  ['companies', 'Company', 'REGION', places],
  ['companies', 'Company', 'KIND', kind],
  ['companies', 'Company', 'DOMAIN', others('FOCUSES_ON', 'out')],
  ['companies', 'Company', 'SEGMENT', others('OPERATES_IN', 'out', 'Segment')],
  ['tools', 'Tool', 'DOMAIN', others('BELONGS_TO', 'out')],
  ['tools', 'Tool', 'COMPANY', others('DEVELOPS', 'in')],
  ['tools', 'Tool', 'KIND', kind],
  ['techniques', 'Technique', 'DOMAIN', others('USES', 'in', 'Domain')],
  ['techniques', 'Technique', 'STAGE', others('EMERGED_IN', 'out')],
];

const filters: readonly (readonly [text: string, matches: (id: string) => boolean])[] = [
  ['', () => true],
  ['where: { degree: { gte: 4 } }', (id) => graph.degree(id) >= 4],
  ['where: { slug: { startsWith: "d" } }', (id) => (id.split(':')[1] ?? '').startsWith('d')],
  ['where: { not: { degree: { lte: 2 } } }, first: 3', (id) => graph.degree(id) > 2],
];

/** Every combination of a grouping and a filter of its list. */
export const groupings = cases.flatMap((one) => filters.map((filter) => [...one, ...filter] as const));

/** Tests the counts of these groups against the data files. */
export function describeGroups(some: typeof groupings): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);

  describe('The groups of a list', () => {
    it.each(some)(
      'of %s (%s) by %s have the counts of the data files: %#',
      async (list, type, by, keys, filter, keeps) => {
        const args = filter === '' ? '' : `(${filter})`;
        const text = `{ list: ${list}${args} { totalCount groups(by: ${by}) { key entity { id } count } } }`;
        const { list: found } = await api.ask<Groups>(text);
        const kept = graph.filterNodes((id, attributes) => attributes.type === type && keeps(id));
        const counts = new Map<string, number>();
        for (const key of kept.flatMap((id) => [...new Set(keys(id))])) counts.set(key, (counts.get(key) ?? 0) + 1);
        expect(found.totalCount).toBe(kept.length);
        expect(new Map(found.groups.map(({ key, entity, count }) => [entity?.id ?? key, count]))).toEqual(counts);
        expect(found.groups).toHaveLength(counts.size);
      },
    );
  });
}
