import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { sortBy, type Item } from './connection.js';
import { directiveAt, type Followed } from './directives.js';
import { Filters } from './keeps.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation, Way } from './memory-graph.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** The lists that connections page through: filtered and sorted as the arguments say. */
export class Lists {
  private readonly filters: Filters;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {
    this.filters = new Filters(schema, graph);
  }

  /** All entities of a type. */
  root(field: Field, args: Args, type: string): Item[] {
    return this.arranged(
      field,
      args,
      this.graph.ofType(type).map((node) => ({ node })),
    );
  }

  /** The entities that a relation leads to, each once, by the nearest relation that the filter keeps. */
  related(field: Field, args: Args, from: MemoryEntity, path: Followed, type: string): Item[] {
    const parts =
      path.through && args['within'] === true ? this.graph.reach(from, 'IN', path.through) : new Map([[from, 0]]);
    const found = [...parts].flatMap(([part, distance]) =>
      this.graph.steps(part, path.way, path.type).map(({ relation, other }) => ({ node: other, relation, distance })),
    );
    const nearest = sortBy(found, [({ distance }) => distance, ({ relation }) => relation.id], []);
    const kept = nearest.filter(
      (item) => isListed(item.node, type) && this.isKept(field, args, item.node, item.relation),
    );
    const once = kept.filter(({ node }, index) => kept.findIndex((other) => other.node === node) === index);
    return this.arranged(field, args, once, true);
  }

  /** The entities other than sections that a section or one of its parts is cited for. */
  cited(field: Field, args: Args, section: MemoryEntity): Item[] {
    const parts = [...this.graph.reach(section, 'IN', 'PART_OF').keys()];
    const marks = parts.map(({ values }) => `§${String(values['number'])} `);
    const cites = ({ values }: MemoryEntity): boolean =>
      [values['citations'] ?? []].flat().some((text) => marks.some((mark) => String(text).startsWith(mark)));
    const entities = this.graph.entities.filter((entity) => entity.type !== 'Section' && cites(entity));
    return this.arranged(
      field,
      args,
      entities.map((node) => ({ node })),
    );
  }

  /** The relations of an entity, or all there are, by id. */
  relations(args: Args, entity?: MemoryEntity): Item[] {
    const all = entity
      ? this.graph.steps(entity, (args['direction'] ?? 'ANY') as Way).map(({ relation }) => relation)
      : this.graph.relations;
    const named = (name: string, value: unknown): boolean => !Array.isArray(args[name]) || args[name].includes(value);
    const kept = all.filter(
      ({ type, values }) =>
        named('types', type) && named('status', values['status']) && named('basis', values['basis']),
    );
    return sortBy(kept, [({ id }) => id], []).map((node) => ({ node }));
  }

  private arranged(field: Field, args: Args, items: readonly (Item & { node: MemoryEntity })[], kept = false): Item[] {
    const left = kept ? items : items.filter(({ node }) => this.isKept(field, args, node));
    const steps = this.orderOf(field, args);
    const keys = [...steps.map(({ key }) => key), textOf('sortKey')];
    return sortBy(
      left,
      keys.map(
        (key) =>
          ({ node }: { node: MemoryEntity }) =>
            key(node),
      ),
      steps.map(({ down }) => down),
    );
  }

  private isKept(field: Field, args: Args, entity: MemoryEntity, led?: MemoryRelation): boolean {
    const type = getNullableType(field.args.find(({ name }) => name === 'where')?.type);
    if (!isInputObjectType(type)) throw new Error(`${field.name} must take a filter.`);
    return this.filters.keeps(type, args['where'], entity, led);
  }

  private orderOf(field: Field, args: Args): { key: (entity: MemoryEntity) => string | number; down: boolean }[] {
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

function isListed(entity: MemoryEntity, type: string): boolean {
  return type === 'Entity' || entity.type === type;
}

function textOf(property: string): (entity: MemoryEntity) => string {
  return ({ values }) => String(values[property]);
}
