import Cypher from '@neo4j/cypher-builder';
import {
  createCompleteListDecoder,
  isList,
  createListDecoder,
  decodeAsIs,
  decodeRequired,
  createRowDecoder,
  storedDecoder,
  type Decoder,
} from './decoding.js';
import type { SelectedField } from './selection.js';
import { atlasLabel } from '../shared/atlas-label.js';

/**
 * An expression of a statement, and the decoder of its value. Rows are sent as lists, whose keys the plan knows: maps
 * repeat their keys in each row, which takes Neo4j and the driver several times as long.
 */
export interface Value {
  readonly expression: Cypher.Expr;
  readonly decode: Decoder;
}

/** The values of a row by their keys; a bare expression is returned unchanged. */
export type Values = Readonly<Record<string, Value | Cypher.Expr>>;

/** A value that is returned unchanged. */
export function raw(expression: Cypher.Expr): Value {
  return { expression, decode: decodeAsIs };
}

/** A required value: decoding throws InconsistentReadError if it is missing. */
export function nonNull(expression: Cypher.Expr): Value {
  return { expression, decode: decodeRequired };
}

/** A list without gaps: decoding throws InconsistentReadError if an item is missing. */
export function withoutGaps({ expression, decode }: Value): Value {
  return { expression, decode: createCompleteListDecoder(decode) };
}

/** A row of values by their keys; a null row is decoded as null. */
export function row(values: Values): Value {
  const entries = Object.entries(values).map(([key, value]) => [key, toValue(value)] as const);
  return {
    expression: new Cypher.List(entries.map(([, { expression }]) => expression)),
    decode: createRowDecoder(Object.fromEntries(entries.map(([key, { decode }]) => [key, decode]))),
  };
}

/** The list of the values that clauses return, one for each of their rows. */
export function collectRows(
  { expression, decode }: Value,
  buildClauses: (returnClause: Cypher.Return) => Cypher.Clause,
): Value {
  return {
    expression: new Cypher.Collect(buildClauses(new Cypher.Return(expression))),
    decode: createListDecoder(decode),
  };
}

/** Maps each item of a list to a value, in a list comprehension: cheaper than clauses that return it. */
export function mapItems({ expression, decode }: Value, item: Cypher.Variable, list: Cypher.Expr): Value {
  return { expression: new Cypher.ListComprehension(item).in(list).map(expression), decode: createListDecoder(decode) };
}

/** The first of the values that clauses return; null if they return none. */
export function takeFirst(value: Value, buildClauses: (returnClause: Cypher.Return) => Cypher.Clause): Value {
  return { expression: Cypher.head(collectRows(value, buildClauses).expression), decode: value.decode };
}

/** Reverses a list. */
export function reverseList({ expression, decode }: Value): Value {
  return { expression: Cypher.reverse(expression), decode };
}

/** The value of the first condition that is true; null if none is. */
export function caseWhen(branches: readonly (readonly [condition: Cypher.Predicate, value: Value])[]): Value {
  const caseExpression = new Cypher.Case();
  branches.forEach(([condition, { expression }], index) =>
    caseExpression.when(condition).then(new Cypher.List([new Cypher.Literal(index), expression])),
  );
  const decoders = branches.map(([, { decode }]) => decode);
  return {
    expression: caseExpression,
    decode: (packed) => (isList(packed) ? (decoders[Number(packed[0])]?.(packed[1]) ?? null) : null),
  };
}

/** Whether an entry of a row has a decoder of its own and is not a bare expression. */
export function isValue(entry: Value | Cypher.Expr): entry is Value {
  return !('getCypher' in entry);
}

function toValue(entry: Value | Cypher.Expr): Value {
  return isValue(entry) ? entry : raw(entry);
}

/** The stored property of a field. */
export function compileStoredProperty(field: SelectedField, owner: Cypher.Variable, property: string): Value {
  const isLocalized = field.definition.args.some(({ name }) => name === 'lang');
  const expression = isLocalized ? localizedProperty(field, owner, property) : owner.property(property);
  return { expression, decode: storedDecoder(field.definition.type) };
}

/**
 * The text in English, or in Chinese if there is no English. If the argument `lang` is given, both texts, English
 * first: the resolver picks one, so that the statement does not depend on the language.
 */
function localizedProperty({ isLocalized }: SelectedField, owner: Cypher.Variable, property: string): Cypher.Expr {
  const [en, zh] = [owner.property(property), owner.property(`${property}Zh`)];
  if (isLocalized) return new Cypher.List([en, zh]);
  // An entity without an English name has its Chinese one under `name`, too. Neo4j plans the shorter query faster.
  return property === 'name' ? en : Cypher.coalesce(en, zh);
}

/**
 * Cypher expression: the id of the entity that has an id now. If the entity was merged into another one, that is the other
 * one's id; otherwise the id itself. It requires the index of FormerEntity.id.
 */
export function buildCurrentId(id: string): string {
  return `coalesce(COLLECT { MATCH (former:FormerEntity&${atlasLabel} {id: ${id}}) RETURN former.currentId }[0], ${id})`;
}
