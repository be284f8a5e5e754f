import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import { alwaysNamesStatus, asInput, asList, hasCondition, namesStatus, type Input } from './conditions.js';
import { readDirective, readRelationship, type RelationshipPath } from './directives.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation, Step } from './memory-graph.js';
import { matchesNumber, matchesText } from './match-values.js';

/** An entity to filter, and the relation that leads to it if the list or filter follows one. */
interface Candidate {
  readonly entity: MemoryEntity;
  readonly viaRelation?: MemoryRelation | undefined;
  /** Whether a status beside the filter decides on a refuted relation, so that the filter itself need not name one. */
  readonly isDecided?: boolean;
}

/** A filter field that follows a relation, and the filter for the related entities. */
interface RelationFilter {
  readonly field: GraphQLInputField;
  readonly filter: GraphQLInputObjectType;
  readonly path: RelationshipPath;
}

/** Evaluates filters on entities. */
export class Filters {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
  ) {}

  /** Whether an entity matches all conditions of a filter. A filter without conditions matches every entity. */
  matches(type: GraphQLInputObjectType, value: unknown, candidate: Candidate): boolean {
    const where = asInput(value);
    const isRefuted = candidate.viaRelation?.values['status'] === 'REFUTED';
    if (isRefuted && candidate.isDecided !== true && !namesStatus(where)) return false;
    return Object.values(type.getFields())
      .filter(({ name, type: inner }) => hasCondition(inner, where[name], name))
      .every((field) => this.matchesField(type, where, field, candidate));
  }

  private matchesField(
    type: GraphQLInputObjectType,
    where: Input,
    field: GraphQLInputField,
    candidate: Candidate,
  ): boolean {
    const { name } = field;
    const value = where[name];
    const { entity } = candidate;
    const { status, and } = where;
    const isDecided = candidate.isDecided === true || alwaysNamesStatus({ status, and });
    if (name === 'and')
      return asList(value).every((item) =>
        this.matches(type, item, { ...candidate, isDecided: isDecided || !namesStatus(item) }),
      );
    if (name === 'or') return asList(value).some((item) => this.matches(type, item, { ...candidate, isDecided }));
    if (name === 'not') return !this.matches(type, value, { ...candidate, isDecided: true });
    if (name === 'status') return this.hasStatus(type, where, candidate);
    if (readDirective(this.schema, 'within', field.astNode)) return this.isWithin(entity, String(value));
    const relationFilter = this.relationFilterOf(type, field);
    if (relationFilter) return this.matchingSteps(where, relationFilter, entity).length > 0;
    if (isListType(getNullableType(field.type))) return asList(value).includes(entity.values[name]);
    // A condition on `name` also matches aliases.
    if (name === 'name') return matchesText(asInput(value), namesOf(entity));
    if (name === 'slug') return matchesText(asInput(value), [String(entity.values['slug'])]);
    if (name === 'degree') return matchesNumber(asInput(value), this.graph.countedSteps(entity, 'ANY').length);
    if (String(field.type) === 'IntFilter') {
      const number = entity.values[name];
      return typeof number === 'number' && matchesNumber(asInput(value), number);
    }
    throw new Error(`The evaluator does not implement the filter ${name}; add it to Filters.`);
  }

  /**
   * Whether the relation that leads to the entity has one of the statuses. Without such a relation, any relation of the
   * entity may have it, unless a filter next to `status` follows a relation: `steps` then checks it.
   */
  private hasStatus(type: GraphQLInputObjectType, where: Input, { entity, viaRelation }: Candidate): boolean {
    if (viaRelation) return hasStatusIn(where['status'], viaRelation);
    const followsRelation = Object.values(type.getFields()).some(
      (field) => this.relationFilterOf(type, field) && hasCondition(field.type, where[field.name], field.name),
    );
    return (
      followsRelation || this.graph.steps(entity, 'ANY').some(({ relation }) => hasStatusIn(where['status'], relation))
    );
  }

  // The related entities that match, over relations with one of the statuses that the filter names next to the field. If
  // it names none, the filter of the related entities decides whether refuted relations count.
  private matchingSteps(where: Input, { field, filter, path }: RelationFilter, entity: MemoryEntity): Step[] {
    const statuses = where['status'] ?? null;
    const { direction, type } = path;
    return (
      this.graph
        .steps(entity, direction, type)
        .filter(({ relation }) => statuses === null || hasStatusIn(statuses, relation))
        // Types without a filter of their own use EntityWhere.
        .filter(({ other }) => [other.type, 'Entity'].includes(entityTypeOf(filter)))
        .filter(({ other, relation }) =>
          this.matches(filter, where[field.name], {
            entity: other,
            viaRelation: relation,
            isDecided: statuses !== null,
          }),
        )
    );
  }

  private relationFilterOf(type: GraphQLInputObjectType, field: GraphQLInputField): RelationFilter | undefined {
    const filter = getNullableType(field.type);
    const path = readRelationship(this.schema, entityTypeOf(type), field.astNode);
    return path && isInputObjectType(filter) ? { field, filter, path } : undefined;
  }

  // Whether the entity is the region with this slug or a part of it. Slugs are lowercase and compared ignoring case.
  private isWithin(entity: MemoryEntity, slug: string): boolean {
    const regions = [...this.graph.distancesFrom(entity, 'OUT', 'PART_OF').keys()];
    return regions.some(({ type, values }) => type === entity.type && values['slug'] === slug.toLowerCase());
  }
}

// The type that a filter such as `CompanyWhere` is for.
function entityTypeOf(where: GraphQLInputObjectType): string {
  return where.name.replace(/Where$/, '');
}

function hasStatusIn(statuses: unknown, { values }: MemoryRelation): boolean {
  return asList(statuses).includes(values['status']);
}

function namesOf({ values }: MemoryEntity): string[] {
  return [values['name'], values['nameZh'], values['aliases']].flat().filter((name) => typeof name === 'string');
}
