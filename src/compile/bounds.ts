import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { decodeCursor } from './cursor.js';
import { comesAfter, orderName } from './keyset.js';
import type { Bound, List } from './list.js';
import { isPresent } from './page.js';
import type { SelectedField } from './selection.js';

/** Keeps the rows after the cursor `after` and before the cursor `before`, for each of them that the field has. */
export function pageBound(compilation: Compilation, field: SelectedField, list: List): Bound {
  return (columns) => {
    const within = (argument: 'after' | 'before'): Cypher.Predicate[] => {
      if (!isPresent(field.args[argument])) return [];
      const values = cursorValues(compilation, field, list, argument);
      return [comesAfter(list.order, columns, values, argument === 'before')];
    };
    return [...within('after'), ...within('before')];
  };
}

/** Keeps the rows that a cursor excludes from the page: the cursor's own row and those on its far side. */
export function outsideBound(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  argument: 'after' | 'before',
): Bound {
  return (columns) => {
    const values = cursorValues(compilation, field, list, argument);
    return [Cypher.not(comesAfter(list.order, columns, values, argument === 'before'))];
  };
}

/** The content of a row's cursor: the name of its list and order, then the values of the order's keys. */
export function cursorContent(list: List, columns: readonly Cypher.Expr[]): Cypher.Expr {
  return new Cypher.List([new Cypher.Literal(cursorName(list)), ...columns]);
}

function cursorValues(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  argument: 'after' | 'before',
): Cypher.Expr[] {
  const types = list.order.map(({ type }) => type);
  return list.order.map((_, index) =>
    compilation.parameters.item(
      field,
      (args) => decodeCursor(argument, String(args[argument]), cursorName(list), types)[index],
    ),
  );
}

function cursorName(list: List): string {
  return `${list.name} by ${orderName(list.order)}`;
}
