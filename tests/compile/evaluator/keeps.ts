import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import { foldText } from '../../../src/shared/fold-text.js';
import { directiveAt, followed } from './directives.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation } from './memory-graph.js';

type Input = Readonly<Record<string, unknown>>;

/** Tells which entities filters keep. */
export class Filters {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {}

  /** Whether a filter keeps an entity, to which a relation may have led. */
  keeps(type: GraphQLInputObjectType, value: unknown, entity: MemoryEntity, led?: MemoryRelation): boolean {
    const where = asInput(value);
    return Object.keys(where).every((name) => this.holds(type, where, name, entity, led));
  }

  /** Whether a filter says nothing, however deep: it keeps everything. */
  isEmpty(type: GraphQLInputObjectType, value: unknown): boolean {
    const where = asInput(value);
    return Object.entries(where).every(([name, inner]) => {
      if (!given(inner)) return true;
      const field = getNullableType(type.getFields()[name]?.type);
      if (name === 'or') return asList(inner).length === 0 || asList(inner).some((one) => this.isEmpty(type, one));
      if (name === 'and') return asList(inner).every((one) => this.isEmpty(type, one));
      return isInputObjectType(field) && this.isEmpty(field, inner);
    });
  }

  private holds(type: GraphQLInputObjectType, where: Input, name: string, entity: MemoryEntity, led?: MemoryRelation) {
    const value = where[name];
    const field = type.getFields()[name];
    const inner = getNullableType(field?.type);
    if (!given(value) || !field) return true;
    if (name === 'and') return asList(value).every((one) => this.keeps(type, one, entity, led));
    if (name === 'or')
      return this.isEmpty(type, { or: value }) || asList(value).some((one) => this.keeps(type, one, entity, led));
    if (name === 'not') return this.isEmpty(type, value) || !this.keeps(type, value, entity, led);
    if (name === 'status') return this.hasStatus(type, where, entity, led);
    if (directiveAt(this.schema, 'within', field.astNode)) return this.isWithin(entity, String(value));
    if (isInputObjectType(inner) && inner.name.endsWith('Where')) return this.isRelated(type, where, name, entity);
    if (isListType(inner)) return asList(value).includes(entity.values[name]);
    if (name === 'name') return textHolds(asInput(value), namesOf(entity));
    if (name === 'slug') return textHolds(asInput(value), [String(entity.values['slug'])]);
    if (name === 'degree') return numberHolds(asInput(value), this.graph.steps(entity, 'ANY').length);
    throw new Error(`The evaluator must know the filter ${name}.`);
  }

  // The relation that led here counts, or those that the filters beside it follow, or else any of the entity.
  private hasStatus(type: GraphQLInputObjectType, where: Input, entity: MemoryEntity, led?: MemoryRelation): boolean {
    const statuses = asList(where['status']);
    if (led) return statuses.includes(led.values['status']);
    const follows = Object.values(type.getFields()).some(({ name, astNode, type: inner }) => {
      const filter = getNullableType(inner);
      const relation = followed(this.schema, entityOf(type), astNode);
      return relation && isInputObjectType(filter) && !holdsNothing(where[name]);
    });
    return (
      follows || this.graph.steps(entity, 'ANY').some(({ relation }) => statuses.includes(relation.values['status']))
    );
  }

  private isRelated(type: GraphQLInputObjectType, where: Input, name: string, entity: MemoryEntity): boolean {
    const field = type.getFields()[name];
    const filter = getNullableType(field?.type);
    const path = followed(this.schema, entityOf(type), field?.astNode);
    if (!isInputObjectType(filter) || !path) throw new Error(`${type.name}.${name} must follow a relation.`);
    if (holdsNothing(where[name])) return true;
    const statuses = where['status'];
    return this.graph
      .steps(entity, path.way, path.type)
      .filter(({ relation }) => !given(statuses) || asList(statuses).includes(relation.values['status']))
      .some(
        ({ relation, other }) => other.type === entityOf(filter) && this.keeps(filter, where[name], other, relation),
      );
  }

  private isWithin(entity: MemoryEntity, slug: string): boolean {
    const around = [...this.graph.reach(entity, 'OUT', 'PART_OF').keys()];
    return around.some(({ type, values }) => type === entity.type && values['slug'] === slug.toLowerCase());
  }
}

// A filter without any condition, at whatever depth.
function holdsNothing(value: unknown): boolean {
  return !given(value) || (typeof value === 'object' && Object.values(asInput(value)).every(holdsNothing));
}

function entityOf(where: GraphQLInputObjectType): string {
  return where.name.replace(/Where$/, '');
}

function namesOf({ values }: MemoryEntity): string[] {
  return [values['name'], values['nameZh'], values['aliases']].flat().filter((name) => typeof name === 'string');
}

function textHolds(filter: Input, texts: readonly string[]): boolean {
  const folded = texts.map(foldText);
  const some = (test: (text: string) => boolean): boolean => folded.some(test);
  const tests: Record<string, (value: unknown) => boolean> = {
    eq: (value) => some((text) => text === foldText(String(value))),
    in: (values) => asList(values).some((value) => some((text) => text === foldText(String(value)))),
    contains: (value) => some((text) => text.includes(foldText(String(value)))),
    startsWith: (value) => some((text) => text.startsWith(foldText(String(value)))),
  };
  return allHold(filter, tests);
}

function numberHolds(filter: Input, number: number): boolean {
  return allHold(filter, {
    eq: (value) => number === value,
    in: (values) => asList(values).includes(number),
    gte: (value) => number >= Number(value),
    lte: (value) => number <= Number(value),
  });
}

function allHold(filter: Input, tests: Record<string, (value: unknown) => boolean>): boolean {
  return Object.entries(filter).every(([name, value]) => !given(value) || tests[name]?.(value));
}

function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function asInput(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
