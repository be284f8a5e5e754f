import { getNamedType, isEnumType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { declaredTypes } from '../../setup/declared.js';
import { asInput, asList } from './conditions.js';
import { sortBy, type Connection } from './connection.js';
import { directiveAt, wayFrom } from './directives.js';
import type { MemoryEntity, MemoryGraph } from './memory-graph.js';

/** "How many of a list fall under one value." */
export interface Group {
  readonly key: string;
  readonly entity: MemoryEntity | null;
  readonly count: number;
}

/** What `@group` says: "a property, or the entities that a relation leads to and `through` those around them". */
interface Grouping {
  readonly property?: string;
  readonly type?: string;
  readonly through?: string;
}

/** Counts the items of lists by a value or by entities. */
export class Groups {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {}

  /**
   * The groups of a whole list, not of its page. An item counts once in each of its groups; an item without a value is
   * in none, and a group without an item is not there. The largest come first, then those first in the order of lists.
   */
  of({ items, where }: Connection, listed: string, field: GraphQLField<unknown, unknown>, by: string): Group[] {
    const { grouping, label } = this.groupingOf(field, by);
    const entities = items.flatMap(({ node }) => (node.kind === 'entity' ? [node] : []));
    const found = new Map<string, Group & { readonly order: string }>();
    for (const entity of entities) {
      for (const group of this.groupsOf(entity, listed, grouping, label, where)) {
        found.set(group.order, { ...group, count: (found.get(group.order)?.count ?? 0) + 1 });
      }
    }
    return sortBy([...found.values()], [({ count }) => count, ({ order }) => order], [true]);
  }

  private groupsOf(
    entity: MemoryEntity,
    listed: string,
    { property, type, through }: Grouping,
    label: string | undefined,
    where: unknown,
  ) {
    if (type === undefined) {
      const key = entity.values[property ?? ''];
      return key === undefined ? [] : [{ key: String(key), order: String(key), entity: null, count: 0 }];
    }
    // "Status of the facts that count": where the list's filter names it, the relations that form the groups have it too.
    const statuses = asInput(where)['status'] ?? null;
    const ends = this.graph
      .steps(entity, wayFrom(listed, type), type)
      .filter(({ relation }) => statuses === null || asList(statuses).includes(relation.values['status']))
      .map(({ other }) => other);
    const around = through ? ends.flatMap((end) => [...this.graph.reach(end, 'OUT', through).keys()]) : ends;
    const groups = new Set(around.filter((end) => label === undefined || end.type === label));
    return [...groups].map((end) => ({
      key: String(end.values['slug']),
      order: String(end.values['sortKey']),
      entity: end,
      count: 0,
    }));
  }

  // The value's name is that of the type of entities that form the groups, where there is one.
  private groupingOf(
    field: GraphQLField<unknown, unknown>,
    by: string,
  ): { grouping: Grouping; label: string | undefined } {
    const type = getNamedType(field.args.find(({ name }) => name === 'by')?.type);
    const value = isEnumType(type) ? type.getValue(by) : undefined;
    const grouping = directiveAt(this.schema, 'group', value?.astNode);
    if (!grouping) throw new Error(`${by} must say by @group what it counts by.`);
    return { grouping, label: declaredTypes.find((one) => one.toUpperCase() === by) };
  }
}
