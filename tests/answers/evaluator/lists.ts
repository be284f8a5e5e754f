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
import { directiveAt, type Followed } from './directives.js';
import { Filters } from './filters.js';
import type { MemoryEntity, MemoryGraph, Way } from './memory-graph.js';

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
  root(field: Field, args: Args, type: string): Item[] {
    const entities = this.graph.ofType(type).map((node) => ({ node }));
    return this.sorted(field, args, this.kept(field, args, entities));
  }

  /**
   * Returns the entities that relations lead to, each once. `within: true`, the default, also follows the relations of
   * the entity's parts. If several relations lead to an entity, the one of the nearest part counts, then the first by
   * id, among those that match the filter. `within: null` means false.
   */
  related(field: Field, args: Args, from: MemoryEntity, path: Followed, type: string): Item[] {
    const isWithin = path.through !== undefined && args['within'] === true;
    const parts = isWithin ? this.graph.reach(from, 'IN', path.through) : new Map([[from, 0]]);
    const found = [...parts].flatMap(([part, distance]) =>
      this.graph.steps(part, path.way, path.type).map(({ relation, other }) => ({ node: other, relation, distance })),
    );
    const nearest = sortBy(found, [({ distance }) => distance, ({ relation }) => relation.id], []);
    const kept = this.kept(field, args, nearest).filter(({ node }) => type === 'Entity' || node.type === type);
    const once = kept.filter(({ node }, index) => kept.findIndex((other) => other.node === node) === index);
    return this.sorted(field, args, once);
  }

  /** Returns the entities, except sections, that cite the section or one of its parts. */
  cited(field: Field, args: Args, section: MemoryEntity): Item[] {
    const parts = [...this.graph.reach(section, 'IN', 'PART_OF').keys()];
    const marks = parts.map(({ values }) => `§${String(values['number'])} `);
    const isCited = ({ type, values }: MemoryEntity): boolean =>
      type !== 'Section' &&
      [values['citations'] ?? []].flat().some((text) => marks.some((mark) => String(text).startsWith(mark)));
    const entities = this.graph.entities.filter(isCited).map((node) => ({ node }));
    return this.sorted(field, args, this.kept(field, args, entities));
  }

  /**
   * Returns the relations of an entity, or all relations, sorted by id. An absent or null `types` or `status` matches
   * all, an empty list none.
   */
  relations(args: Args, entity?: MemoryEntity): Item[] {
    const all = entity
      ? this.graph.steps(entity, args['direction'] as Way).map(({ relation }) => relation)
      : this.graph.relations;
    const isNamed = (name: string, value: unknown): boolean =>
      (args[name] ?? null) === null || asList(args[name]).includes(value);
    const kept = all.filter(({ type, values }) => isNamed('types', type) && isNamed('status', values['status']));
    return sortBy(kept, [({ id }) => id], []).map((node) => ({ node }));
  }

  private kept<T extends EntityItem>(field: Field, args: Args, items: readonly T[]): T[] {
    const type = getNullableType(field.args.find(({ name }) => name === 'where')?.type);
    if (!isInputObjectType(type)) throw new Error(`Expected an argument where on ${field.name}, found none.`);
    return items.filter(({ node, relation }) =>
      this.filters.keeps(type, args['where'], { entity: node, led: relation }),
    );
  }

  // Sorts by the steps of `orderBy`, then in the type's default order, then by id.
  private sorted(field: Field, args: Args, items: readonly EntityItem[]): Item[] {
    const steps = this.stepsOf(field, args);
    const keys = [...steps.map(({ key }) => key), textOf('sortKey'), ({ id }: MemoryEntity) => id];
    const down = steps.map((step) => step.isDescending);
    return sortBy(
      items,
      keys.map((key) => (item: EntityItem) => key(item.node)),
      down,
    );
  }

  // `@sort` on an order's field names a property, or counts the relations of one type or of all.
  private stepsOf(
    field: Field,
    args: Args,
  ): { key: (entity: MemoryEntity) => string | number; isDescending: boolean }[] {
    const input = getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type);
    const order = isInputObjectType(input) ? getNamedType(input.getFields()['field']?.type) : undefined;
    const steps = (args['orderBy'] ?? []) as readonly { field: string; direction: string }[];
    return steps.map((step) => {
      const value = isEnumType(order) ? order.getValue(step.field) : undefined;
      const { property, count } = directiveAt(this.schema, 'sort', value?.astNode) ?? {};
      return {
        isDescending: step.direction === 'DESC',
        key: property ? textOf(String(property)) : this.countOf(count),
      };
    });
  }

  private countOf(type: unknown): (entity: MemoryEntity) => number {
    return (entity) => this.graph.steps(entity, 'ANY', typeof type === 'string' ? type : undefined).length;
  }
}

function textOf(property: string): (entity: MemoryEntity) => string {
  return ({ values }) => String(values[property]);
}
