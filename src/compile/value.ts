import Cypher from '@neo4j/cypher-builder';
import { given } from './page.js';

/** Makes of what the driver gives for an expression what it stands for. */
export type Read = (packed: unknown) => unknown;

/**
 * An expression of a statement, and how its value is read. Rows travel as lists, whose places the plan knows by name:
 * Neo4j writes and the driver reads maps name by name, which takes several times as long.
 */
export interface Value {
  readonly expression: Cypher.Expr;
  readonly read: Read;
}

/** Values, or expressions whose values stand for themselves. */
export type Values = Readonly<Record<string, Value | Cypher.Expr>>;

const asItIs: Read = (packed) => packed;

/** A value that stands for itself. */
export function plain(expression: Cypher.Expr): Value {
  return { expression, read: asItIs };
}

/** What was read is not of one moment: an entity was removed after it was found and before its values were read. */
export class TornRead extends Error {
  override readonly name = 'TornRead';
}

/** A value that is never null, nor a list of nulls, in what is stored; reading it fails with a torn read where it is. */
export function always(expression: Cypher.Expr): Value {
  return { expression, read: thereOrTorn };
}

/** A list of which no row is missing; reading it fails with a torn read where one is. */
export function whole({ expression, read }: Value): Value {
  const readAll: Read = (packed) => {
    if (isList(packed) && !packed.every(given)) throw new TornRead('A list must be whole, found a row missing.');
    return read(packed);
  };
  return { expression, read: readAll };
}

function thereOrTorn(packed: unknown): unknown {
  const isThere = isList(packed) ? packed.some(given) : given(packed);
  if (!isThere) throw new TornRead('A stored value must be there, found none.');
  return packed;
}

/** A row: its values by name; null where there is none. */
export function row(values: Values): Value {
  const entries = Object.entries(values).map(([name, value]) => ({ name, ...asValue(value) }));
  return {
    expression: new Cypher.List(entries.map(({ expression }) => expression)),
    read: (packed) => {
      if (!isList(packed)) return null;
      const map: Record<string, unknown> = {};
      let place = 0;
      for (const { name, read } of entries) map[name] = read(packed[place++]);
      return map;
    },
  };
}

/** A list, of what some clauses find each time that they return the value. */
export function collected(value: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return {
    expression: new Cypher.Collect(clauses(new Cypher.Return(value.expression))),
    read: readerOfList(value.read),
  };
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

function asValue(value: Value | Cypher.Expr): Value {
  return 'read' in value ? value : plain(value);
}

function readerOfList(read: Read): Read {
  return read === asItIs ? asItIs : (packed) => (isList(packed) ? packed.map((one) => read(one)) : packed);
}

function isList(packed: unknown): packed is readonly unknown[] {
  return Array.isArray(packed);
}
