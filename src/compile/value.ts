import Cypher from '@neo4j/cypher-builder';
import { getNullableType, isListType, isNonNullType } from 'graphql';
import { completeListReader, isList, listReader, readAsIs, requireValue, rowReader, type Read } from './reading.js';
import type { SelectedField } from './selection.js';

/**
 * An expression of a statement, and how its value is decoded. Rows travel as lists, whose places the plan knows by name:
 * Neo4j writes and the driver reads maps name by name, which takes several times as long.
 */
export interface Value {
  readonly expression: Cypher.Expr;
  readonly read: Read;
}

/** Values by the key of the row that they stand under; a bare expression is returned unchanged. */
export type Values = Readonly<Record<string, Value | Cypher.Expr>>;

/** A value that is returned unchanged. */
export function plain(expression: Cypher.Expr): Value {
  return { expression, read: readAsIs };
}

/** A value that is stored for every entity: decoding throws InconsistentReadError if it is missing. */
export function nonNull(expression: Cypher.Expr): Value {
  return { expression, read: requireValue };
}

/** A list without gaps: decoding throws InconsistentReadError if an item is missing. */
export function withoutGaps({ expression, read }: Value): Value {
  return { expression, read: completeListReader(read) };
}

/** A row of values by their keys; null where nothing is found. */
export function row(values: Values): Value {
  const entries = Object.entries(values).map(([key, value]) => [key, toValue(value)] as const);
  return {
    expression: new Cypher.List(entries.map(([, { expression }]) => expression)),
    read: rowReader(Object.fromEntries(entries.map(([key, { read }]) => [key, read]))),
  };
}

/** The list of what some clauses find, each time that they return the value. */
export function collected({ expression, read }: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return { expression: new Cypher.Collect(clauses(new Cypher.Return(expression))), read: listReader(read) };
}

/** The list of the value that each item of another list has: cheaper than clauses that return it. */
export function ofEach({ expression, read }: Value, item: Cypher.Variable, list: Cypher.Expr): Value {
  return { expression: new Cypher.ListComprehension(item).in(list).map(expression), read: listReader(read) };
}

/** The first of what some clauses find; null where they find nothing. */
export function firstOf(value: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return { expression: Cypher.head(collected(value, clauses).expression), read: value.read };
}

/** A list from its end to its start. */
export function reversed({ expression, read }: Value): Value {
  return { expression: Cypher.reverse(expression), read };
}

/** The value of the first condition that holds; null where none does. */
export function either(branches: readonly (readonly [condition: Cypher.Predicate, value: Value])[]): Value {
  const alternatives = new Cypher.Case();
  branches.forEach(([condition, { expression }], place) =>
    alternatives.when(condition).then(new Cypher.List([new Cypher.Literal(place), expression])),
  );
  const reads = branches.map(([, { read }]) => read);
  return {
    expression: alternatives,
    read: (packed) => (isList(packed) ? (reads[Number(packed[0])]?.(packed[1]) ?? null) : null),
  };
}

function toValue(value: Value | Cypher.Expr): Value {
  return 'read' in value ? value : plain(value);
}

/** A stored property as a field returns it: an absent list is empty, and a required value that is missing is an inconsistent read. */
export function storedValue(field: SelectedField, owner: Cypher.Variable, property: string): Value {
  const { type, args } = field.definition;
  const isLocalized = args.some(({ name }) => name === 'lang');
  const expression = isLocalized ? localized(field, owner, property) : owner.property(property);
  if (!isNonNullType(type)) return { expression, read: readAsIs };
  if (isListType(getNullableType(type))) return { expression, read: (packed) => packed ?? [] };
  return { expression, read: requireValue };
}

/**
 * A text in English, or in Chinese where there is no English. Where the field gives a language, both, English first: the
 * resolver picks one, so that the statement does not depend on the language.
 */
function localized({ isLocalized }: SelectedField, owner: Cypher.Variable, property: string): Cypher.Expr {
  const [en, zh] = [owner.property(property), owner.property(`${property}Zh`)];
  return isLocalized ? new Cypher.List([en, zh]) : Cypher.coalesce(en, zh);
}
