import Cypher from '@neo4j/cypher-builder';
import { combineWithAnd } from './logic.js';
import type { KeyColumn, OrderKey } from './keyset.js';
import type { Selection } from './selection.js';
import { collectRows, type Value } from './value.js';

/** A list before pagination: its matching clauses, its order and its rows. */
export interface List {
  /** Its name in cursors and messages, such as `Company.tools`. */
  readonly name: string;
  /** The variable of the listed node or relationship. */
  readonly item: Cypher.Node | Cypher.Relationship;
  /** Further variables that a row needs, such as the relation that was followed to the item. */
  readonly extraVariables: readonly Cypher.Variable[];
  readonly order: readonly OrderKey[];
  /** Whether the source may bind an item more than once. */
  readonly hasDuplicates: boolean;
  /** Returns the clauses that bind the item, filtered by further predicates. */
  matchItems(predicates: readonly Cypher.Predicate[]): Cypher.Clause;
  /** Compiles an item into a row of its selected fields. */
  compileItem(selection: Selection): Value;
  /** Compiles the relation that was followed to the item; absent if it is not selected. */
  compileRelation?(): Value;
}

/** The rows of a list within bounds, and the columns with the keys of its order. */
export interface MatchedRows {
  readonly clause: Cypher.Clause;
  readonly columns: readonly KeyColumn[];
}

/** Returns the predicates of the rows to keep, from the columns of the order's keys. */
export type Bound = (columns: readonly KeyColumn[]) => readonly Cypher.Predicate[];

/**
 * Matches the rows of a list within a bound. If all keys are properties, the bound is added to the WHERE of the list's
 * own clauses, so that Neo4j can use an index. Otherwise it follows the WITH that computes the keys.
 */
export function matchRows(list: List, bound: Bound): MatchedRows {
  const columns = list.order.map((key) => ({
    ...key,
    column: key.property ? key.expression(list.item) : new Cypher.Variable(),
  }));
  const computedColumns = columns.flatMap(({ expression, column }): [Cypher.Expr, Cypher.Variable][] =>
    column instanceof Cypher.Variable ? [[expression(list.item), column]] : [],
  );
  const predicates = bound(columns);
  if (computedColumns.length === 0) return { clause: list.matchItems(predicates), columns };
  const projection = new Cypher.With(list.item, ...list.extraVariables, ...computedColumns);
  if (list.hasDuplicates) projection.distinct();
  if (predicates.length > 0) projection.where(combineWithAnd(predicates));
  return { clause: Cypher.utils.concat(list.matchItems([]), projection), columns };
}

/** Counts the distinct items of a list. */
export function countItems(list: List): Cypher.Expr {
  const source = list.matchItems([]);
  if (!list.hasDuplicates) return new Cypher.Count(source);
  return new Cypher.Count(Cypher.utils.concat(source, new Cypher.Return(list.item).distinct()));
}

/** Takes the first rows of a list in its order, or in reverse order if `isBackward` is set; `compileRow` compiles each row. */
export function takeRows(
  list: List,
  { clause, columns }: MatchedRows,
  isBackward: boolean,
  limit: Cypher.Expr,
  compileRow: (columns: readonly KeyColumn[]) => Value,
): Value {
  const variables = columns.flatMap(({ column }) => (column instanceof Cypher.Variable ? [column] : []));
  const order = columns.map(({ column, isDescending }): [Cypher.Expr, 'ASC' | 'DESC'] => [
    column,
    isDescending === isBackward ? 'ASC' : 'DESC',
  ]);
  const pageClause = new Cypher.With(list.item, ...list.extraVariables, ...variables).orderBy(...order).limit(limit);
  if (list.hasDuplicates) pageClause.distinct();
  return collectRows(compileRow(columns), (returnClause) => Cypher.utils.concat(clause, pageClause, returnClause));
}
