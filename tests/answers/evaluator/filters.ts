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

/** What a filter is asked about: an entity, and the relation that led to it where one did. */
interface Candidate {
  readonly entity: MemoryEntity;
  readonly led?: MemoryRelation | undefined;
}

/** A field of a filter that follows a relation. */
interface Follower {
  readonly field: GraphQLInputField;
  readonly filter: GraphQLInputObjectType;
  readonly path: Followed;
}

/** Tells which entities filters keep. */
export class Filters {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {}

  /** Whether a filter keeps an entity: "tests side by side must all hold", and what is no condition holds for all. */
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
    // "All hold.", "One holds.", "It does not hold."
    if (name === 'and') return asList(value).every((one) => this.keeps(type, one, candidate));
    if (name === 'or') return asList(value).some((one) => this.keeps(type, one, candidate));
    if (name === 'not') return !this.keeps(type, value, candidate);
    if (name === 'status') return this.hasStatus(type, where, candidate);
    if (directiveAt(this.schema, 'within', field.astNode)) return this.isWithin(entity, String(value));
    const follower = this.followerOf(type, field);
    if (follower) return this.steps(where, follower, entity).length > 0;
    // "Any of these."
    if (isListType(getNullableType(field.type))) return asList(value).includes(entity.values[name]);
    // "A name or alias."
    if (name === 'name') return textHolds(asInput(value), namesOf(entity));
    if (name === 'slug') return textHolds(asInput(value), [String(entity.values['slug'])]);
    // "Number of relations."
    if (name === 'degree') return numberHolds(asInput(value), this.graph.steps(entity, 'ANY').length);
    throw new Error(`The evaluator must know the filter ${name}.`);
  }

  /**
   * "Status of the facts that count": the relation that led to the entity and those that filters beside it follow. Where
   * nothing led here and no filter beside it follows a relation, any relation of the entity counts.
   */
  private hasStatus(type: GraphQLInputObjectType, where: Input, { entity, led }: Candidate): boolean {
    if (led) return isOneOf(where['status'], led);
    const follows = Object.values(type.getFields()).some(
      (field) => this.followerOf(type, field) && hasCondition(field.type, where[field.name], field.name),
    );
    // The filters beside it look at the status of what they follow.
    return follows || this.graph.steps(entity, 'ANY').some(({ relation }) => isOneOf(where['status'], relation));
  }

  // "It makes such a tool.": one relation with the status beside it, if any, leads to one entity that the filter keeps.
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

  // "A region's slug: it or its parts."; slugs are in small letters, and compared as all texts are, ignoring case.
  private isWithin(entity: MemoryEntity, slug: string): boolean {
    const around = [...this.graph.reach(entity, 'OUT', 'PART_OF').keys()];
    return around.some(({ type, values }) => type === entity.type && values['slug'] === slug.toLowerCase());
  }
}

// `CompanyWhere` filters companies.
function entityOf(where: GraphQLInputObjectType): string {
  return where.name.replace(/Where$/, '');
}

function isOneOf(statuses: unknown, { values }: MemoryRelation): boolean {
  return asList(statuses).includes(values['status']);
}

function namesOf({ values }: MemoryEntity): string[] {
  return [values['name'], values['nameZh'], values['aliases']].flat().filter((name) => typeof name === 'string');
}
