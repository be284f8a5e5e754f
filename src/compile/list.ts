import Cypher from '@neo4j/cypher-builder';
import { allHold } from './logic.js';
import type { OrderKey } from './keyset.js';
import type { Selection } from './selection.js';
import { collected, type Value } from './value.js';

/** A list before it is cut into a page: what it matches, in which order, and what a row of it shows. */
export interface List {
  /** How cursors and messages name it, such as `Company.tools`. */
  readonly name: string;
  /** The node or relationship listed. */
  readonly item: Cypher.Node | Cypher.Relationship;
  /** Variables that a row needs beside the item, such as the relation that led to it. */
  readonly carried: readonly Cypher.Variable[];
  readonly order: readonly OrderKey[];
  /** Whether the source may bind an item more than once. */
  readonly repeats: boolean;
  /** The clauses that bind the item, with further predicates on it. */
  source(predicates: readonly Cypher.Predicate[]): Cypher.Clause;
  /** The row of an item: what is selected of it. */
  node(selection: Selection): Value;
  /** The row of the relation that led to the item, where it is asked for. */
  relation?(): Value;
}

/** A list's rows within bounds, and the columns that hold its order's keys. */
export interface MatchedRows {
  readonly clause: Cypher.Clause;
  readonly columns: readonly Cypher.Expr[];
}

/** Says which rows are kept, given the columns of the order's keys. */
export type Bound = (columns: readonly Cypher.Expr[]) => readonly Cypher.Predicate[];

/**
 * Matches a list within bounds. A bound on properties joins the source's own WHERE, where an index can serve it; one
 * on a computed key must wait until the key is a column.
 */
export function matchRows(list: List, bound: Bound): MatchedRows {
  const computed: [Cypher.Expr, Cypher.Variable][] = [];
  const columns = list.order.map((key) => {
    if (key.property) return key.expression(list.item);
    const column = new Cypher.Variable();
    computed.push([key.expression(list.item), column]);
    return column;
  });
  const predicates = bound(columns);
  if (computed.length === 0) return { clause: list.source(predicates), columns };
  const projected = new Cypher.With(list.item, ...list.carried, ...computed);
  if (list.repeats) projected.distinct();
  if (predicates.length > 0) projected.where(allHold(predicates));
  return { clause: Cypher.utils.concat(list.source([]), projected), columns };
}

/** How many items a list has, each counted once. */
export function countItems(list: List): Cypher.Expr {
  const source = list.source([]);
  if (!list.repeats) return new Cypher.Count(source);
  return new Cypher.Count(Cypher.utils.concat(source, new Cypher.Return(list.item).distinct()));
}

/** The first rows of a list in its order, or in the reverse order when backward; `rowOf` builds each row. */
export function takeRows(
  list: List,
  { clause, columns }: MatchedRows,
  backward: boolean,
  limit: Cypher.Expr,
  rowOf: (columns: readonly Cypher.Expr[]) => Value,
): Value {
  const variables = columns.flatMap((column) => (column instanceof Cypher.Variable ? [column] : []));
  const order = list.order.flatMap(({ descending }, index): [Cypher.Expr, 'ASC' | 'DESC'][] => {
    const column = columns[index];
    return column ? [[column, descending === backward ? 'ASC' : 'DESC']] : [];
  });
  const sorted = new Cypher.With(list.item, ...list.carried, ...variables).orderBy(...order).limit(limit);
  if (list.repeats) sorted.distinct();
  return collected(rowOf(columns), (found) => Cypher.utils.concat(clause, sorted, found));
}
