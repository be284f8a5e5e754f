import { getNamedType, isEnumType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { declaredTypes } from '../../setup/declared-model.js';
import { asInput, asList } from './conditions.js';
import { sortBy, type Connection } from './connection.js';
import { readDirective, directionFrom } from './directives.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation } from './memory-graph.js';

/** The number of items of a list that share a value or a related entity. */
export interface Group {
  readonly key: string;
  readonly entity: MemoryEntity | null;
  readonly count: number;
}

/** The arguments of `@group`: a property, or a relation type and the relation type that `through` follows further. */
interface Grouping {
  readonly property?: string;
  readonly type?: string;
  readonly through?: string;
}

/** Groups the items of lists by a property or by related entities. */
export class Groups {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {}

  /**
   * Returns the groups of all items of the list, not only of the page. An item counts once in each of its groups, and
   * in none if it has no value. Groups are sorted by size, largest first, then in the default order of their entities.
   */
  groupsOf(
    { items, where }: Connection,
    entityType: string,
    field: GraphQLField<unknown, unknown>,
    by: string,
  ): Group[] {
    const { grouping, label } = this.groupingOf(field, by);
    const entities = items.flatMap(({ node }) => (node.kind === 'entity' ? [node] : []));
    const groupsByOrder = new Map<string, Group & { readonly order: string }>();
    for (const entity of entities) {
      for (const group of this.groupsOfEntity(entity, entityType, grouping, label, where)) {
        groupsByOrder.set(group.order, { ...group, count: (groupsByOrder.get(group.order)?.count ?? 0) + 1 });
      }
    }
    return sortBy([...groupsByOrder.values()], [({ count }) => count, ({ order }) => order], [true]);
  }

  private groupsOfEntity(
    entity: MemoryEntity,
    entityType: string,
    { property, type, through }: Grouping,
    label: string | undefined,
    where: unknown,
  ) {
    if (type === undefined) {
      const key = entity.values[property ?? ''];
      return key === undefined ? [] : [{ key: String(key), order: String(key), entity: null, count: 0 }];
    }
    // A condition on `status` in the list's filter also applies to the relations that form the groups. Without one,
    // refuted relations form none.
    const statuses = asInput(where)['status'] ?? null;
    const isCounted = ({ values: { status } }: MemoryRelation): boolean =>
      statuses === null ? status !== 'REFUTED' : asList(statuses).includes(status);
    const ends = this.graph
      .steps(entity, directionFrom(entityType, type), type)
      .filter(({ relation }) => isCounted(relation))
      .map(({ other }) => other);
    const groupEntities = through
      ? ends.flatMap((end) => [...this.graph.distancesFrom(end, 'OUT', through).keys()])
      : ends;
    const groups = new Set(groupEntities.filter((end) => label === undefined || end.type === label));
    return [...groups].map((end) => ({
      key: String(end.values['slug']),
      order: String(end.values['sortKey']),
      entity: end,
      count: 0,
    }));
  }

  // An enum value with the name of an entity type restricts the groups to entities of this type.
  private groupingOf(
    field: GraphQLField<unknown, unknown>,
    by: string,
  ): { grouping: Grouping; label: string | undefined } {
    const type = getNamedType(field.args.find(({ name }) => name === 'by')?.type);
    const value = isEnumType(type) ? type.getValue(by) : undefined;
    const grouping = readDirective(this.schema, 'group', value?.astNode);
    if (!grouping) throw new Error(`Expected @group on the enum value ${by}, found none.`);
    return { grouping, label: declaredTypes.find((typeName) => typeName.toUpperCase() === by) };
  }
}
