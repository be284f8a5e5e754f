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

/** The lists that connections page through: filtered and sorted as the arguments say. */
export class Lists {
  private readonly filters: Filters;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {
    this.filters = new Filters(schema, graph);
  }

  /** "All companies.": the entities of a type that the filter keeps. */
  root(field: Field, args: Args, type: string): Item[] {
    const entities = this.graph.ofType(type).map((node) => ({ node }));
    return this.sorted(field, args, this.kept(field, args, entities));
  }

  /**
   * "Tools it makes.": the entities that a relation leads to, each once. With `within: true`, "also in its parts": then
   * the relation of the nearest part counts, of several the first by id, among those that the filter keeps. The argument
   * is true unless given; null is given and not true.
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

  /** "Lists the entities whose citations name the section or one of its parts"; sections themselves are not listed. */
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
   * "The facts about it", or "facts of all types", sorted by id. "Of these." and "Only these.": null and absent are all,
   * an empty list is none. The direction is "seen from it".
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
    if (!isInputObjectType(type)) throw new Error(`${field.name} must take a filter.`);
    return items.filter(({ node, relation }) =>
      this.filters.keeps(type, args['where'], { entity: node, led: relation }),
    );
  }

  // The steps of `orderBy`, the first deciding; then the type's own order, and by id where two types have equal keys.
  private sorted(field: Field, args: Args, items: readonly EntityItem[]): Item[] {
    const steps = this.stepsOf(field, args);
    const keys = [...steps.map(({ key }) => key), textOf('sortKey'), ({ id }: MemoryEntity) => id];
    const down = steps.map((step) => step.down);
    return sortBy(
      items,
      keys.map((key) => (item: EntityItem) => key(item.node)),
      down,
    );
  }

  // "What an order compares: a property, or the number of relations", of one type or of all.
  private stepsOf(field: Field, args: Args): { key: (entity: MemoryEntity) => string | number; down: boolean }[] {
    const input = getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type);
    const order = isInputObjectType(input) ? getNamedType(input.getFields()['field']?.type) : undefined;
    const steps = (args['orderBy'] ?? []) as readonly { field: string; direction: string }[];
    return steps.map((step) => {
      const value = isEnumType(order) ? order.getValue(step.field) : undefined;
      const { property, count } = directiveAt(this.schema, 'sort', value?.astNode) ?? {};
      return { down: step.direction === 'DESC', key: property ? textOf(String(property)) : this.countOf(count) };
    });
  }

  private countOf(type: unknown): (entity: MemoryEntity) => number {
    return (entity) => this.graph.steps(entity, 'ANY', typeof type === 'string' ? type : undefined).length;
  }
}

function textOf(property: string): (entity: MemoryEntity) => string {
  return ({ values }) => String(values[property]);
}
