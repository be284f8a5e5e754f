import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { asList } from './conditions.js';
import { sortBy, type Item } from './connection.js';
import { readDirective, type RelationshipPath } from './directives.js';
import { Filters } from './filters.js';
import type { MemoryEntity, MemoryGraph, Direction } from './memory-graph.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;
type EntityItem = Item & { readonly node: MemoryEntity };

/** Returns the lists behind connections, filtered and sorted by their arguments. */
export class Lists {
  private readonly filters: Filters;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {
    this.filters = new Filters(schema, graph);
  }

  /** Returns the entities of a type, such as all companies. */
  entitiesOfType(field: Field, args: Args, type: string): Item[] {
    const entities = this.graph.ofType(type).map((node) => ({ node }));
    return this.sortItems(field, args, this.filterItems(field, args, entities));
  }

  /**
   * Returns the entities that relations lead to, each once. `within: true`, the default, also follows the relations of
   * the entity's parts. If several relations lead to an entity, the one of the nearest part counts, then the first by
   * id, among those that match the filter. `within: null` means false. Refuted relations count only if the filter names a
   * status.
   */
  relatedEntities(field: Field, args: Args, from: MemoryEntity, path: RelationshipPath, type: string): Item[] {
    const isWithin = path.through !== undefined && args['within'] === true;
    const parts = isWithin ? this.graph.distancesFrom(from, 'IN', path.through) : new Map([[from, 0]]);
    const items = [...parts].flatMap(([part, distance]) =>
      this.graph
        .steps(part, path.direction, path.type)
        .map(({ relation, other }) => ({ node: other, relation, distance })),
    );
    const nearestFirst = sortBy(items, [({ distance }) => distance, ({ relation }) => relation.id], []);
    const matching = this.filterItems(field, args, nearestFirst).filter(
      ({ node }) => type === 'Entity' || node.type === type,
    );
    const distinctItems = matching.filter(
      ({ node }, index) => matching.findIndex((other) => other.node === node) === index,
    );
    return this.sortItems(field, args, distinctItems);
  }

  /** Returns the entities, except sections, that cite the section or one of its parts. */
  citingEntities(field: Field, args: Args, section: MemoryEntity): Item[] {
    const parts = [...this.graph.distancesFrom(section, 'IN', 'PART_OF').keys()];
    const prefixes = parts.map(({ values }) => `§${String(values['number'])} `);
    const isCited = ({ type, values }: MemoryEntity): boolean =>
      type !== 'Section' &&
      [values['citations'] ?? []].flat().some((text) => prefixes.some((prefix) => String(text).startsWith(prefix)));
    const entities = this.graph.entities.filter(isCited).map((node) => ({ node }));
    return this.sortItems(field, args, this.filterItems(field, args, entities));
  }

  /**
   * Returns the relations of an entity, or all relations, sorted by id. An absent or null `types` or `status` matches
   * all, an empty list none.
   */
  relationsOf(args: Args, entity?: MemoryEntity): Item[] {
    const candidates = entity
      ? this.graph.steps(entity, args['direction'] as Direction).map(({ relation }) => relation)
      : this.graph.relations;
    const isSelected = (name: string, value: unknown): boolean =>
      (args[name] ?? null) === null || asList(args[name]).includes(value);
    const matching = candidates.filter(
      ({ type, values }) => isSelected('types', type) && isSelected('status', values['status']),
    );
    return sortBy(matching, [({ id }) => id], []).map((node) => ({ node }));
  }

  private filterItems<T extends EntityItem>(field: Field, args: Args, items: readonly T[]): T[] {
    const type = getNullableType(field.args.find(({ name }) => name === 'where')?.type);
    if (!isInputObjectType(type)) throw new Error(`Expected an argument where on ${field.name}, found none.`);
    return items.filter(({ node, relation }) =>
      this.filters.matches(type, args['where'], { entity: node, viaRelation: relation }),
    );
  }

  // Sorts by the steps of `orderBy`, then in the type's default order, then by id.
  private sortItems(field: Field, args: Args, items: readonly EntityItem[]): Item[] {
    const sortSteps = this.sortStepsOf(field, args);
    const keys = [...sortSteps.map(({ key }) => key), textOf('sortKey'), ({ id }: MemoryEntity) => id];
    const descending = sortSteps.map((step) => step.isDescending);
    return sortBy(
      items,
      keys.map((key) => (item: EntityItem) => key(item.node)),
      descending,
    );
  }

  // `@sort` on an order's field names a property, or counts the relations of one type or of all.
  private sortStepsOf(
    field: Field,
    args: Args,
  ): { key: (entity: MemoryEntity) => string | number; isDescending: boolean }[] {
    const input = getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type);
    const order = isInputObjectType(input) ? getNamedType(input.getFields()['field']?.type) : undefined;
    const sortSteps = (args['orderBy'] ?? []) as readonly { field: string; direction: string }[];
    return sortSteps.map((step) => {
      const value = isEnumType(order) ? order.getValue(step.field) : undefined;
      const { property, count } = readDirective(this.schema, 'sort', value?.astNode) ?? {};
      return {
        isDescending: step.direction === 'DESC',
        key: property ? valueOf(String(property)) : this.countOf(count),
      };
    });
  }

  private countOf(type: unknown): (entity: MemoryEntity) => number {
    return (entity) => this.graph.countedSteps(entity, 'ANY', typeof type === 'string' ? type : undefined).length;
  }
}

// A missing value follows all others in ascending order. Properties to sort by that may be missing are numbers.
function valueOf(property: string): (entity: MemoryEntity) => string | number {
  return ({ values }) => {
    const value = values[property] ?? Infinity;
    return typeof value === 'number' ? value : String(value);
  };
}

function textOf(property: string): (entity: MemoryEntity) => string {
  return ({ values }) => String(values[property]);
}
