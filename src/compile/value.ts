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
  /** Whether what is read is word for word what GraphQL answers, so that nothing need be made of it. */
  readonly isVerbatim?: boolean | undefined;
}

/** The field that asks for the name of a row's type. */
export const typeField = '__typename';

/** How an answer words a row. */
export interface Wording {
  /** The names of its values in order, `__typename` among them. */
  readonly names: readonly string[];
  /** What `__typename` is answered with. */
  readonly typename?: string | undefined;
}

/** Values, or expressions whose values stand for themselves. */
export type Values = Readonly<Record<string, Value | Cypher.Expr>>;

const asItIs: Read = (packed) => packed;

/** A value that stands for itself. */
export function plain(expression: Cypher.Expr): Value {
  return { expression, read: asItIs };
}

/** A value that is answered as it stands, and never null but where its field may be. */
export function verbatim(expression: Cypher.Expr): Value {
  return { expression, read: asItIs, isVerbatim: true };
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
export function whole({ expression, read, isVerbatim }: Value): Value {
  const readAll: Read = (packed) => {
    if (isList(packed) && !packed.every(given)) throw new TornRead('A list must be whole, found a row missing.');
    return read(packed);
  };
  return { expression, read: readAll, isVerbatim };
}

function thereOrTorn(packed: unknown): unknown {
  const isThere = isList(packed) ? packed.some(given) : given(packed);
  if (!isThere) throw new TornRead('A stored value must be there, found none.');
  return packed;
}

/** A row: its values by name, in the order of the answer where its wording is known; null where there is none. */
export function row(values: Values, wording?: Wording): Value {
  const entries = Object.entries(values).map(([name, value], place) => ({ name, place, ...asValue(value) }));
  const isVerbatim = wording !== undefined && isWorded(entries, wording);
  const type = { place: -1, read: () => wording?.typename };
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const worded = isVerbatim ? wording.names.map((name) => ({ ...(byName.get(name) ?? type), name })) : entries;
  return {
    expression: new Cypher.List(entries.map(({ expression }) => expression)),
    read: (packed) => {
      if (!isList(packed)) return null;
      const map: Record<string, unknown> = {};
      for (const { name, place, read } of worded) map[name] = read(packed[place]);
      return map;
    },
    isVerbatim,
  };
}

function isWorded(values: readonly (Value & { name: string })[], { names, typename }: Wording): boolean {
  const asked = new Set(names);
  const more = typename !== undefined && asked.has(typeField) ? 1 : 0;
  return asked.size === values.length + more && values.every(({ name, isVerbatim }) => isVerbatim && asked.has(name));
}

/** A list, of what some clauses find each time that they return the value. */
export function collected(value: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return {
    expression: new Cypher.Collect(clauses(new Cypher.Return(value.expression))),
    read: readerOfList(value.read),
    isVerbatim: value.isVerbatim,
  };
}

/** The first of what some clauses find; null where they find nothing. */
export function firstOf(value: Value, clauses: (found: Cypher.Return) => Cypher.Clause): Value {
  return { expression: Cypher.head(collected(value, clauses).expression), read: value.read };
}

/** A list from its end to its start. */
export function reversed({ expression, read, isVerbatim }: Value): Value {
  return { expression: Cypher.reverse(expression), read, isVerbatim };
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

function readerOfList(read: Read): Read {
  return read === asItIs ? asItIs : (packed) => (isList(packed) ? packed.map((one) => read(one)) : packed);
}

function isList(packed: unknown): packed is readonly unknown[] {
  return Array.isArray(packed);
}
