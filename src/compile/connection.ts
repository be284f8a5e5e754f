import Cypher from '@neo4j/cypher-builder';
import { getNamedType } from 'graphql';
import { cursorContent, outsideBound, pageBound } from './bounds.js';
import type { Compilation } from './compilation.js';
import { finishedPage, readingOfListPage } from './finished-page.js';
import { groupRows } from './group.js';
import { cut, matched, total, type List } from './list.js';
import { given, isBackward, pageSize } from './page.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { plain, reversed, row, whole, type Value } from './value.js';
import { wordingOf } from './wording.js';

/**
 * A connection's row: the list of its nodes, where that is all that is asked for. Else `nodes` or, where cursors or relations are asked for, `edges` hold the page; `total` the count;
 * `size` and `backward` let its reader drop the one item more that shows whether the list goes on; `beyond` says
 * whether anything lies on the other side of where the page starts, `past` on that of where it may end.
 */
export function connectionRow(compilation: Compilation, field: SelectedField, list: List): Value {
  const fields = fieldsOf(field.selection);
  const backward = isBackward(field.args);
  const values: Record<string, Value | Cypher.Expr> = {};
  if (findField(fields, 'totalCount')) values['total'] = total(list);
  if (['nodes', 'edges', 'pageInfo'].some((name) => findField(fields, name))) {
    Object.assign(values, pageEntries(compilation, field, list, backward));
  }
  for (const group of fields.filter(({ name }) => name === 'groups')) {
    values[group.slot] = groupRows(compilation, field, group, list, entityOf(field));
  }
  const sides = [
    ['beyond', backward ? 'before' : 'after', backward ? 'hasNextPage' : 'hasPreviousPage'],
    ['past', backward ? 'after' : 'before', backward ? 'hasPreviousPage' : 'hasNextPage'],
  ] as const;
  for (const [name, bound, question] of sides) {
    if (!given(field.args[bound]) || !asksPageInfo(fields, question)) continue;
    values[name] = new Cypher.Exists(matched(list, outsideBound(compilation, field, list, bound)).clause);
  }
  const { nodes, ...others } = values;
  const isList = nodes && 'read' in nodes && Object.keys(others).length === 0;
  if (!isList) return finishedPage(row(values));
  return { expression: nodes.expression, ...readingOfListPage(nodes, wordingOf(fields, namedType(field))) };
}

function pageEntries(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  backward: boolean,
): Record<string, Value | Cypher.Expr> {
  const fields = fieldsOf(field.selection);
  const size = compilation.parameters.limit(field, (args) => BigInt(pageSize(args)));
  const peeks = asksPageInfo(fields, backward ? 'hasPreviousPage' : 'hasNextPage');
  const limit = peeks ? Cypher.plus(size, new Cypher.Literal(1)) : size;
  const asEdges = Boolean(findField(fields, 'edges')) || asksPageInfo(fields, 'startCursor', 'endCursor');
  const rows = whole(
    cut(list, matched(list, pageBound(compilation, field, list)), backward, limit, (columns) =>
      asEdges ? edge(list, columns) : list.node(),
    ),
  );
  return {
    [asEdges ? 'edges' : 'nodes']: backward ? reversed(rows) : rows,
    ...(peeks ? { size } : {}),
    ...(peeks && backward ? { backward: Cypher.true } : {}),
  };
}

function edge(list: List, columns: readonly Cypher.Expr[]): Value {
  const relation = list.relation?.();
  return row({
    node: list.node(),
    cursor: whole(plain(cursorContent(list, columns))),
    ...(relation ? { relation } : {}),
  });
}

// `ToolConnection` lists tools.
function entityOf(field: SelectedField): string {
  return namedType(field).replace(/Connection$/, '');
}

function namedType(field: SelectedField): string {
  return getNamedType(field.definition.type).name;
}

function asksPageInfo(fields: ReturnType<typeof fieldsOf>, ...names: string[]): boolean {
  const pageInfo = findField(fields, 'pageInfo');
  return pageInfo !== undefined && names.some((name) => findField(fieldsOf(pageInfo.selection), name));
}
