import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { decodeCursor } from './cursor.js';
import { compileKeysetPredicate, formatOrder, type KeyColumn } from './keyset.js';
import type { Bound, List } from './list.js';
import { isPresent } from './page.js';
import type { SelectedField } from './selection.js';

type CursorArgument = 'after' | 'before';

/** Keeps the rows after the cursor `after` and before the cursor `before`, for each of them that the field has. */
export function createPageBound(compilation: Compilation, field: SelectedField, list: List): Bound {
  const givenArguments = (['after', 'before'] as const).filter((argument) => isPresent(field.args[argument]));
  return (columns) =>
    givenArguments.map((argument) => compileCursorPredicate(compilation, field, list, argument, columns));
}

/** Keeps the rows that a cursor excludes from the page: the cursor's own row and those on its far side. */
export function createOutsideBound(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  argument: CursorArgument,
): Bound {
  return (columns) => [Cypher.not(compileCursorPredicate(compilation, field, list, argument, columns))];
}

/** The content of a row's cursor: the name of its list and order, then the values of the order's keys. */
export function compileCursorContent(list: List, columns: readonly KeyColumn[]): Cypher.Expr {
  return new Cypher.List([new Cypher.Literal(formatListName(list)), ...columns.map(({ column }) => column)]);
}

function compileCursorPredicate(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  argument: CursorArgument,
  columns: readonly KeyColumn[],
): Cypher.Predicate {
  const types = list.order.map(({ type }) => type);
  const comparedColumns = columns.map((column, index) => ({
    ...column,
    value: compilation.parameters.addItem(
      field,
      (args) => decodeCursor(argument, String(args[argument]), formatListName(list), types)[index],
    ),
  }));
  return compileKeysetPredicate(comparedColumns, argument === 'before');
}

function formatListName(list: List): string {
  return `${list.name} by ${formatOrder(list.order)}`;
}
