import Cypher from '@neo4j/cypher-builder';
import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import type { Compilation } from './compilation.js';
import { hasCondition } from './filter-condition.js';
import { isPresent } from './page.js';
import type { FieldWithArguments } from './parameters.js';
import { degreeOf } from './degree.js';
import { allHold, anyHolds } from './logic.js';
import { directive, endOf, relationshipOf, storedName, type Direction, type Relationship } from './source.js';
import { numberPredicates, textPredicates, type ReadValue } from './value-filter.js';
import { ours } from './ours.js';

type Input = Readonly<Record<string, unknown>>;

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
  /** Whether it is inside a `not`; reset below each relation. */
  readonly isNegated?: boolean;
  /** Collects patterns that would otherwise be wrapped in EXISTS, so that Neo4j can start from their far end. */
  readonly patterns?: Cypher.Pattern[];
}

/** Compiles a filter into predicates; an empty filter has none. */
export function filterPredicates(filter: Filter): Cypher.Predicate[] {
  const fields = Object.values(filter.type.getFields()).filter(({ name }) => isPresent(filter.value[name]));
  filter.compilation.count(fields.length);
  return fields.flatMap((field) => fieldPredicates(filter, field));
}

function fieldPredicates(filter: Filter, field: GraphQLInputField): Cypher.Predicate[] {
  const { compilation } = filter;
  if (field.name === 'and') return branches(filter, field).flat();
  if (field.name === 'or') return anyOf(branches(withoutPatterns(filter), field));
  if (field.name === 'not')
    return negated(filterPredicates({ ...withoutPatterns(below(filter, field)), isNegated: true }));
  if (field.name === 'status') return statusPredicates(filter);
  const relationship = relationshipOf(compilation.schema, field.astNode);
  if (relationship) return relatedPredicates(filter, field, relationship);
  const within = directive<{ type: string }>(compilation.schema, 'within', field.astNode);
  if (within) return [withinPredicate(filter, field, within.type)];
  return neverNull(filter, valuePredicates(filter, field));
}

function valuePredicates(filter: Filter, field: GraphQLInputField): Cypher.Predicate[] {
  const { node } = filter;
  const type = getNullableType(field.type);
  const parameter = (read: ReadValue): Cypher.Expr =>
    filter.compilation.parameters.item(filter.field, (args) => read(valueAt(filter, field, args)));
  const name = storedName(filter.compilation.schema, field);
  const property = node.property(name);
  if (!isInputObjectType(type)) {
    const test = isListType(type) ? Cypher.in : Cypher.eq;
    return [
      test(
        property,
        parameter((value) => value),
      ),
    ];
  }
  const value = filter.value[field.name] as Input; // coerced by graphql to this input object
  if (type.name === 'TextFilter') return textPredicates(property, name !== field.name, value, parameter);
  return numberPredicates(name === 'degree' ? degreeOf(node) : property, value, parameter);
}

// `status` restricts the relation that was followed to the node, and the relations that sibling conditions follow.
// Without either of them, it requires that at least one relation of the entity has the status.
function statusPredicates(filter: Filter): Cypher.Predicate[] {
  if (filter.relation) return neverNull(filter, [statusIn(filter, filter.relation)]);
  const fields = Object.values(filter.type.getFields());
  const follows = fields.some(
    ({ name, type, astNode }) =>
      hasCondition(type, filter.value[name]) && relationshipOf(filter.compilation.schema, astNode),
  );
  if (follows) return [];
  const any = new Cypher.Relationship();
  const pattern = new Cypher.Pattern(filter.node).related(any, { direction: 'undirected', properties: ours }).to();
  return [new Cypher.Exists(new Cypher.Match(pattern).where(statusIn(filter, any)))];
}

function statusIn(filter: Filter, relation: Cypher.Relationship): Cypher.Predicate {
  const statuses = filter.compilation.parameters.item(filter.field, (args) => asInput(filter.read(args))['status']);
  return Cypher.in(relation.property('status'), statuses);
}

function relatedPredicates(filter: Filter, field: GraphQLInputField, relationship: Relationship): Cypher.Predicate[] {
  if (!hasCondition(field.type, filter.value[field.name])) return [];
  const node = new Cypher.Node();
  const relation = new Cypher.Relationship();
  const pattern = new Cypher.Pattern(filter.node)
    .related(relation, { type: relationship.type, direction: arrow(relationship.direction), properties: ours })
    .to(node, endOf(relationship));
  // Matching a second relation next to the first would multiply the rows of both.
  const isFirst = filter.patterns?.length === 0;
  const patterns: Cypher.Pattern[] = [];
  const predicates = filterPredicates({ ...below(filter, field), node, relation, patterns, isNegated: false });
  if (isPresent(filter.value['status'])) predicates.push(statusIn(filter, relation));
  if (!isFirst) return [existing([pattern, ...patterns], predicates)];
  filter.patterns.push(pattern, ...patterns);
  return predicates;
}

function withinPredicate(filter: Filter, field: GraphQLInputField, type: string): Cypher.Predicate {
  const around = new Cypher.Node();
  const label = entityOf(filter.type);
  const pattern = new Cypher.Pattern(filter.node)
    .related({ type, direction: 'right', length: { min: 0 }, properties: ours })
    .to(around, { labels: label });
  const slug = filter.compilation.parameters.item(filter.field, (args) =>
    String(valueAt(filter, field, args)).toLowerCase(),
  );
  const predicate = Cypher.eq(around.property('slug'), slug);
  if (!filter.patterns) return existing([pattern], [predicate]);
  filter.patterns.push(pattern);
  return predicate;
}

// A predicate that is true if the patterns exist and satisfy the predicates.
function existing(patterns: readonly Cypher.Pattern[], predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return new Cypher.Exists(matchAll(patterns, predicates));
}

/**
 * Matches each pattern in its own MATCH, so that two patterns may use the same relation. The last one has the
 * predicates.
 */
export function matchAll(patterns: readonly Cypher.Pattern[], predicates: readonly Cypher.Predicate[]): Cypher.Clause {
  const clauses = patterns.map((pattern) => new Cypher.Match(pattern));
  const last = clauses.at(-1);
  if (last && predicates.length > 0) last.where(allHold(predicates));
  return Cypher.utils.concat(...clauses);
}

function branches(filter: Filter, field: GraphQLInputField): Cypher.Predicate[][] {
  const list = filter.value[field.name];
  return (Array.isArray(list) ? list : []).map((value: unknown, index) =>
    filterPredicates({
      ...filter,
      value: asInput(value),
      read: (args) => asList(valueAt(filter, field, args))[index],
    }),
  );
}

// A branch without predicates is always true, and so is the disjunction.
function anyOf(list: Cypher.Predicate[][]): Cypher.Predicate[] {
  if (list.length === 0 || list.some((predicates) => predicates.length === 0)) return [];
  return [anyHolds(list.map(allHold))];
}

function negated(predicates: Cypher.Predicate[]): Cypher.Predicate[] {
  if (predicates.length === 0) return [];
  return [Cypher.not(allHold(predicates))];
}

// A test of an absent property is null, and so is its negation: the entity would match neither. `coalesce` wraps each
// test and not the negation, because Neo4j would plan the subqueries inside it several times.
function neverNull(filter: Filter, predicates: Cypher.Predicate[]): Cypher.Predicate[] {
  if (!filter.isNegated) return predicates;
  return predicates.map((predicate) => new Cypher.Raw((env) => `coalesce(${env.compile(predicate)}, false)`));
}

function below(filter: Filter, field: GraphQLInputField): Filter {
  const type = getNullableType(field.type);
  if (!isInputObjectType(type)) throw new TypeError(`${field.name} must be an input object, found ${String(type)}.`);
  return { ...filter, type, value: asInput(filter.value[field.name]), read: (args) => valueAt(filter, field, args) };
}

function withoutPatterns(filter: Filter): Filter {
  const { patterns: _, ...rest } = filter;
  return rest;
}

function valueAt(filter: Filter, field: GraphQLInputField, args: unknown): unknown {
  return asInput(filter.read(args))[field.name];
}

// `CompanyWhere` filters companies.
function entityOf(where: { toString(): string }): string {
  return where.toString().replace(/Where$/, '');
}

/** The direction as the name that the pattern builder uses. */
export function arrow(direction: Direction): 'left' | 'right' | 'undirected' {
  return direction === 'OUT' ? 'right' : direction === 'IN' ? 'left' : 'undirected';
}

function asInput(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
