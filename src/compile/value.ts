import Cypher from '@neo4j/cypher-builder';
import {
  asItIs,
  isList,
  readingOfList,
  readingOfRow,
  readingOfWhole,
  thereOrTorn,
  type Reading,
  type Wording,
} from './reading.js';

/**
 * An expression of a statement, and how its value is read. Rows travel as lists, whose places the plan knows by name:
 * Neo4j writes and the driver reads maps name by name, which takes several times as long.
 */
export interface Value extends Reading {
  readonly expression: Cypher.Expr;
}

/** Values, or expressions whose values stand for themselves. */
export type Values = Readonly<Record<string, Value | Cypher.Expr>>;

/** A value that stands for itself. */
export function plain(expression: Cypher.Expr): Value {
  return { expression, read: asItIs };
}

/** A value that is answered as it stands, and never null but where its field may be. */
export function verbatim(expression: Cypher.Expr): Value {
  return { expression, read: asItIs, isVerbatim: true };
}

/** A value that is never null, nor a list of nulls, in what is stored; reading it fails with a torn read where it is. */
export function always(expression: Cypher.Expr): Value {
  return { expression, read: thereOrTorn };
}

/** A list of which no row is missing; reading it fails with a torn read where one is. */
export function whole({ expression, ...reading }: Value): Value {
  return { expression, ...readingOfWhole(reading) };
}

/** A row: its values by name, in the order of the answer where its wording is known; null where there is none. */
export function row(values: Values, wording?: Wording): Value {
  const entries = Object.entries(values).map(([name, value]) => [name, asValue(value)] as const);
  return {
    expression: new Cypher.List(entries.map(([, { expression }]) => expression)),
    ...readingOfRow(Object.fromEntries(entries), wording),
  };
}

/** A list, of what some clauses find each time that they return the value. */
export function collected({ expression, ...reading }: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return { expression: new Cypher.Collect(clauses(new Cypher.Return(expression))), ...readingOfList(reading) };
}

/** A list, of the value that each item of another has: in less time than by clauses that return it. */
export function ofEach({ expression, ...reading }: Value, item: Cypher.Variable, list: Cypher.Expr): Value {
  return {
    expression: new Cypher.ListComprehension(item).in(list).map(expression),
    ...readingOfList(reading),
  };
}

/** The first of what some clauses find; null where they find nothing. */
export function firstOf(value: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return { expression: Cypher.head(collected(value, clauses).expression), read: value.read };
}

/** A list from its end to its start. */
export function reversed({ expression, ...reading }: Value): Value {
  return { expression: Cypher.reverse(expression), ...reading };
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
    isVerbatim: branches.every(([, value]) => value.isVerbatim),
  };
}

function asValue(value: Value | Cypher.Expr): Value {
  return 'read' in value ? value : plain(value);
}
