import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { decodeCursor } from './cursor.js';
import { compileKeysetPredicate, formatOrder } from './keyset.js';
import type { Bound, List } from './list.js';
import { isPresent } from './page.js';
import type { SelectedField } from './selection.js';

/** Keeps the rows after the cursor `after` and before the cursor `before`, for each of them that the field has. */
export function createPageBound(compilation: Compilation, field: SelectedField, list: List): Bound {
  return (columns) => {
    const predicatesOf = (argument: 'after' | 'before'): Cypher.Predicate[] => {
      if (!isPresent(field.args[argument])) return [];
      const values = addCursorParameters(compilation, field, list, argument);
      return [compileKeysetPredicate(list.order, columns, values, argument === 'before')];
    };
    return [...predicatesOf('after'), ...predicatesOf('before')];
  };
}

/** Keeps the rows that a cursor excludes from the page: the cursor's own row and those on its far side. */
export function createOutsideBound(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  argument: 'after' | 'before',
): Bound {
  return (columns) => {
    const values = addCursorParameters(compilation, field, list, argument);
    return [Cypher.not(compileKeysetPredicate(list.order, columns, values, argument === 'before'))];
  };
}

/** The content of a row's cursor: the name of its list and order, then the values of the order's keys. */
export function compileCursorContent(list: List, columns: readonly Cypher.Expr[]): Cypher.Expr {
  return new Cypher.List([new Cypher.Literal(formatListName(list)), ...columns]);
}

function addCursorParameters(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  argument: 'after' | 'before',
): Cypher.Expr[] {
  const types = list.order.map(({ type }) => type);
  return list.order.map((_, index) =>
    compilation.parameters.addItem(
      field,
      (args) => decodeCursor(argument, String(args[argument]), formatListName(list), types)[index],
    ),
  );
}

function formatListName(list: List): string {
  return `${list.name} by ${formatOrder(list.order)}`;
}
