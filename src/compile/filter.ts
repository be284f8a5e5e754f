import Cypher from '@neo4j/cypher-builder';
import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import type { Compilation } from './compilation.js';
import { asInput, asList, hasCondition, mentionsStatus, requiresStatus, type Input } from './filter-condition.js';
import { degreeOf } from './degree.js';
import { isPresent } from './page.js';
import type { FieldWithArguments } from './parameters.js';
import { combineWithAnd, combineWithOr } from './logic.js';
import {
  arrowOf,
  endOptionsOf,
  propertyNameOf,
  readDirective,
  relationshipOf,
  type Arrow,
  type Relationship,
} from './source.js';
import { compileTests, intTests, keyTests, textTests, type ReadValue } from './value-filter.js';
import { allRelations, countedRelations, type RelationProperties } from './atlas-properties.js';

/** A filter object: the field whose arguments contain it, how to read it from them, and the node that it filters. */
export interface Filter {
  readonly compilation: Compilation;
  readonly field: FieldWithArguments;
  readonly type: GraphQLInputObjectType;
  readonly value: Input;
  readonly read: ReadValue;
  readonly node: Cypher.Node;
  /** The relation that was followed to the node and that `status` restricts; absent for a root list. */
  readonly relation?: Cypher.Relationship;
  /** Whether refuted relations are left to a condition beside it: it is inside a `not`, or beside a `status`. */
  readonly isStatusDecided?: boolean;
  /** Whether it is inside a `not`; reset below each relation. */
  readonly isNegated?: boolean;
  /** Collects patterns that would otherwise be wrapped in EXISTS, so that Neo4j can start from their far end. */
  readonly patterns?: Cypher.Pattern[];
}

/** Compiles a filter into predicates; an empty filter has none. */
export function compileFilter(filter: Filter): Cypher.Predicate[] {
  const fields = Object.values(filter.type.getFields()).filter(({ name }) => isPresent(filter.value[name]));
  filter.compilation.countParts(fields.length);
  const { status, and } = filter.value;
  const isStatusDecided = filter.isStatusDecided === true || requiresStatus({ status, and });
  return fields.flatMap((field) => compileCondition({ ...filter, isStatusDecided }, field));
}

function compileCondition(filter: Filter, field: GraphQLInputField): Cypher.Predicate[] {
  const { compilation } = filter;
  if (field.name === 'and') return compileBranches(filter, field).flat();
  if (field.name === 'or') return compileDisjunction(omitPatterns(filter), field);
  if (field.name === 'not') {
    const nested = omitPatterns(toNestedFilter(filter, field));
    const predicates = compileFilter({ ...nested, isNegated: true, isStatusDecided: true });
    return predicates.length === 0 ? [] : [Cypher.not(combineWithAnd(predicates))];
  }
  if (field.name === 'status') return compileStatusCondition(filter);
  const relationship = relationshipOf(compilation.schema, field.astNode);
  if (relationship) return compileRelatedCondition(filter, field, relationship);
  const withinDirective = readDirective<{ type: string }>(compilation.schema, 'within', field.astNode);
  if (withinDirective) return [compileWithinCondition(filter, field, withinDirective.type)];
  return replaceNullByFalse(filter, compileValueCondition(filter, field));
}

function compileValueCondition(filter: Filter, field: GraphQLInputField): Cypher.Predicate[] {
  const { node } = filter;
  const type = getNullableType(field.type);
  const parameter = (read: ReadValue): Cypher.Expr =>
    filter.compilation.parameters.addItem(filter.field, (args) => read(readFieldValue(filter, field, args)));
  const name = propertyNameOf(filter.compilation.schema, field);
  const property = node.property(name);
  if (!isInputObjectType(type)) {
    const test = isListType(type) ? Cypher.in : Cypher.eq;
    const operand = parameter((value) => value);
    return [test(property, operand)];
  }
  const value = filter.value[field.name] as Input; // coerced by graphql to this input object
  if (type.name !== 'TextFilter')
    return compileTests(intTests, name === 'degree' ? degreeOf(node) : property, value, parameter);
  return compileTests(name === field.name ? textTests : keyTests, property, value, parameter);
}

// `status` restricts the relation that was followed to the node, and the relations that sibling conditions follow.
// Without either of them, it requires that at least one relation of the entity has the status.
function compileStatusCondition(filter: Filter): Cypher.Predicate[] {
  if (filter.relation) return replaceNullByFalse(filter, [compileStatusTest(filter, filter.relation)]);
  const fields = Object.values(filter.type.getFields());
  const followsRelation = fields.some(
    ({ name, astNode }) => hasCondition(filter.value[name]) && relationshipOf(filter.compilation.schema, astNode),
  );
  if (followsRelation) return [];
  const anyRelation = new Cypher.Relationship();
  const pattern = new Cypher.Pattern(filter.node)
    .related(anyRelation, { direction: 'undirected', properties: allRelations })
    .to();
  return [new Cypher.Exists(new Cypher.Match(pattern).where(compileStatusTest(filter, anyRelation)))];
}

function compileStatusTest(filter: Filter, relation: Cypher.Relationship): Cypher.Predicate {
  const statuses = filter.compilation.parameters.addItem(filter.field, (args) => asInput(filter.read(args))['status']);
  return Cypher.in(relation.property('status'), statuses);
}

function compileRelatedCondition(
  filter: Filter,
  field: GraphQLInputField,
  relationship: Relationship,
): Cypher.Predicate[] {
  if (!hasCondition(filter.value[field.name])) return [];
  const node = new Cypher.Node();
  const relation = new Cypher.Relationship();
  const { status } = filter.value;
  const pattern = new Cypher.Pattern(filter.node)
    .related(relation, followOptions(relationship, { status, and: [filter.value[field.name]] }))
    .to(node, endOptionsOf(relationship));
  // Matching a second relation next to the first would multiply the rows of both.
  const isFirst = filter.patterns?.length === 0;
  const patterns: Cypher.Pattern[] = [];
  const nested = { ...toNestedFilter(filter, field), node, relation, patterns, isNegated: false };
  const predicates = compileFilter({ ...nested, isStatusDecided: isPresent(status) });
  if (isPresent(status)) predicates.push(compileStatusTest(filter, relation));
  if (!isFirst) return [new Cypher.Exists(matchAll([pattern, ...patterns], predicates))];
  filter.patterns.push(pattern, ...patterns);
  return predicates;
}

function compileWithinCondition(filter: Filter, field: GraphQLInputField, type: string): Cypher.Predicate {
  const container = new Cypher.Node();
  // `CompanyWhere` filters companies.
  const label = filter.type.name.replace(/Where$/, '');
  const pattern = new Cypher.Pattern(filter.node)
    .related({ type, direction: 'right', length: { min: 0 }, properties: countedRelations })
    .to(container, { labels: label });
  const slug = filter.compilation.parameters.addItem(filter.field, (args) =>
    String(readFieldValue(filter, field, args)).toLowerCase(),
  );
  const predicate = Cypher.eq(container.property('slug'), slug);
  if (!filter.patterns) return new Cypher.Exists(matchAll([pattern], [predicate]));
  filter.patterns.push(pattern);
  return predicate;
}

/**
 * Matches each pattern in its own MATCH, so that two patterns may use the same relation. The last one has the
 * predicates.
 */
export function matchAll(patterns: readonly Cypher.Pattern[], predicates: readonly Cypher.Predicate[]): Cypher.Clause {
  const clauses = patterns.map((pattern) => new Cypher.Match(pattern));
  const lastMatch = clauses.at(-1);
  if (lastMatch && predicates.length > 0) lastMatch.where(combineWithAnd(predicates));
  return Cypher.utils.concat(...clauses);
}

function compileBranches(filter: Filter, field: GraphQLInputField): Cypher.Predicate[][] {
  return asList(filter.value[field.name]).map((value, index) =>
    compileFilter({
      ...filter,
      value: asInput(value),
      read: (args) => asList(readFieldValue(filter, field, args))[index],
    }),
  );
}

// An alternative without conditions is always true, and so is the disjunction. If only some alternatives have a condition on
// the status, the pattern matches refuted relations too: the other alternatives leave them out.
function compileDisjunction(filter: Filter, field: GraphQLInputField): Cypher.Predicate[] {
  const items = filter.value[field.name];
  if (!hasCondition(items, 'or')) return [];
  const { relation } = filter;
  const needsCountedRelation = relation && !filter.isStatusDecided && mentionsStatus({ or: items });
  const branches = compileBranches(filter, field).map((predicates, index) =>
    needsCountedRelation && !mentionsStatus(asList(items)[index])
      ? [...predicates, Cypher.isNotNull(relation.property('heldBy'))]
      : predicates,
  );
  return [combineWithOr(branches.map(combineWithAnd))];
}

// A test of an absent property is null, and so is its negation: the entity would match neither. `coalesce` wraps each
// test and not the negation, because Neo4j would plan the subqueries inside it several times.
function replaceNullByFalse(filter: Filter, predicates: Cypher.Predicate[]): Cypher.Predicate[] {
  if (!filter.isNegated) return predicates;
  return predicates.map((predicate) => new Cypher.Raw((env) => `coalesce(${env.compile(predicate)}, false)`));
}

function toNestedFilter(filter: Filter, field: GraphQLInputField): Filter {
  const type = getNullableType(field.type);
  if (!isInputObjectType(type)) throw new TypeError(`${field.name} must be an input object, found ${String(type)}.`);
  return {
    ...filter,
    type,
    value: asInput(filter.value[field.name]),
    read: (args) => readFieldValue(filter, field, args),
  };
}

function omitPatterns(filter: Filter): Filter {
  const { patterns: _, ...rest } = filter;
  return rest;
}

function readFieldValue(filter: Filter, field: GraphQLInputField, args: unknown): unknown {
  return asInput(filter.read(args))[field.name];
}

/** The pattern options of a relation that a field or condition follows to the entities that `filter` restricts. */
export function followOptions({ type, direction }: Relationship, filter?: unknown): FollowOptions {
  return {
    type,
    direction: arrowOf(direction),
    properties: isPresent(filter) ? relationsFor(filter) : countedRelations,
  };
}

/** The type, direction and properties of a relation in a pattern. */
export interface FollowOptions {
  readonly type: string;
  readonly direction: Arrow;
  readonly properties: RelationProperties;
}

/**
 * Pattern properties for relations to the entities that `filter` restricts: those that count, or all if it has a
 * condition on their status, which then decides.
 */
export function relationsFor(filter: unknown): RelationProperties {
  return mentionsStatus(filter) ? allRelations : countedRelations;
}
