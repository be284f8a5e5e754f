import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import { asInput, asList, hasCondition, type Input } from './conditions.js';
import { directiveAt, followed, type Followed } from './directives.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation, Step } from './memory-graph.js';
import { numberHolds, textHolds } from './value-tests.js';

/** An entity to filter, and the relation that leads to it if the list or filter follows one. */
interface Candidate {
  readonly entity: MemoryEntity;
  readonly led?: MemoryRelation | undefined;
}

/** A filter field that follows a relation, and the filter for the related entities. */
interface Follower {
  readonly field: GraphQLInputField;
  readonly filter: GraphQLInputObjectType;
  readonly path: Followed;
}

/** Evaluates filters on entities. */
export class Filters {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {}

  /** Whether an entity matches all conditions of a filter. A filter without conditions matches every entity. */
  keeps(type: GraphQLInputObjectType, value: unknown, candidate: Candidate): boolean {
    const where = asInput(value);
    return Object.values(type.getFields())
      .filter(({ name, type: inner }) => hasCondition(inner, where[name], name))
      .every((field) => this.holds(type, where, field, candidate));
  }

  private holds(type: GraphQLInputObjectType, where: Input, field: GraphQLInputField, candidate: Candidate): boolean {
    const { name } = field;
    const value = where[name];
    const { entity } = candidate;
    if (name === 'and') return asList(value).every((one) => this.keeps(type, one, candidate));
    if (name === 'or') return asList(value).some((one) => this.keeps(type, one, candidate));
    if (name === 'not') return !this.keeps(type, value, candidate);
    if (name === 'status') return this.hasStatus(type, where, candidate);
    if (directiveAt(this.schema, 'within', field.astNode)) return this.isWithin(entity, String(value));
    const follower = this.followerOf(type, field);
    if (follower) return this.steps(where, follower, entity).length > 0;
    if (isListType(getNullableType(field.type))) return asList(value).includes(entity.values[name]);
    // A condition on `name` also matches aliases.
    if (name === 'name') return textHolds(asInput(value), namesOf(entity));
    if (name === 'slug') return textHolds(asInput(value), [String(entity.values['slug'])]);
    if (name === 'degree') return numberHolds(asInput(value), this.graph.steps(entity, 'ANY').length);
    throw new Error(`The evaluator does not implement the filter ${name}; add it to Filters.`);
  }

  /**
   * Whether the relation that leads to the entity has one of the statuses. Without such a relation, any relation of the
   * entity may have it, unless a filter next to `status` follows a relation: `steps` then checks it.
   */
  private hasStatus(type: GraphQLInputObjectType, where: Input, { entity, led }: Candidate): boolean {
    if (led) return isOneOf(where['status'], led);
    const follows = Object.values(type.getFields()).some(
      (field) => this.followerOf(type, field) && hasCondition(field.type, where[field.name], field.name),
    );
    return follows || this.graph.steps(entity, 'ANY').some(({ relation }) => isOneOf(where['status'], relation));
  }

  // The related entities that match, over relations with one of the statuses that the filter names next to the field.
  private steps(where: Input, { field, filter, path }: Follower, entity: MemoryEntity): Step[] {
    const statuses = where['status'] ?? null;
    return this.graph
      .steps(entity, path.way, path.type)
      .filter(({ relation }) => statuses === null || isOneOf(statuses, relation))
      .filter(({ other }) => other.type === entityOf(filter))
      .filter(({ other, relation }) => this.keeps(filter, where[field.name], { entity: other, led: relation }));
  }

  private followerOf(type: GraphQLInputObjectType, field: GraphQLInputField): Follower | undefined {
    const filter = getNullableType(field.type);
    const path = followed(this.schema, entityOf(type), field.astNode);
    return path && isInputObjectType(filter) ? { field, filter, path } : undefined;
  }

  // Whether the entity is the region with this slug or a part of it. Slugs are lowercase and compared ignoring case.
  private isWithin(entity: MemoryEntity, slug: string): boolean {
    const around = [...this.graph.reach(entity, 'OUT', 'PART_OF').keys()];
    return around.some(({ type, values }) => type === entity.type && values['slug'] === slug.toLowerCase());
  }
}

// The type that a filter such as `CompanyWhere` is for.
function entityOf(where: GraphQLInputObjectType): string {
  return where.name.replace(/Where$/, '');
}

function isOneOf(statuses: unknown, { values }: MemoryRelation): boolean {
  return asList(statuses).includes(values['status']);
}

function namesOf({ values }: MemoryEntity): string[] {
  return [values['name'], values['nameZh'], values['aliases']].flat().filter((name) => typeof name === 'string');
}
