import Cypher from '@neo4j/cypher-builder';
import { compileCursorContent, createOutsideBound, createPageBound } from './bounds.js';
import type { Compilation } from './compilation.js';
import { encodeCursor, type CursorContent } from './cursor.js';
import { compileGroups } from './group.js';
import type { KeyColumn } from './keyset.js';
import { countItems, matchRows, takeRows, type List } from './list.js';
import { isBackwardPage, isPresent, pageSize } from './page.js';
import { createCompleteListDecoder, decodeAsIs, decodeNodes } from './decoding.js';
import { emptySelection, fieldsOf, findField, type SelectedField } from './selection.js';
import { toConnection, type RawConnection } from './to-connection.js';
import { isValue, reverseList, row, withoutGaps, type Value } from './value.js';

type Values = Record<string, Value | Cypher.Expr>;

/** The fields of `pageInfo` that are read from the cursors of the edges. */
const pageCursors = ['startCursor', 'endCursor'];

/** Compiles a connection into a row: its page, and the other fields that are selected. */
export function compileConnection(compilation: Compilation, field: SelectedField, list: List): Value {
  const fields = fieldsOf(field.selection);
  const values: Values = {
    ...(findField(fields, 'totalCount') ? { totalCount: countItems(list) } : {}),
    ...compilePage(compilation, field, list),
    ...compileGroupFields(compilation, field, list),
    ...compileOutsideChecks(compilation, field, list),
  };
  const { nodes, ...otherValues } = values;
  const hasOnlyNodes =
    nodes && isValue(nodes) && Object.keys(otherValues).length === 0 && !findField(fields, 'pageInfo');
  if (hasOnlyNodes) return decodeNodeList(nodes);
  return decodeConnection(row(values), isBackwardPage(field.args));
}

/**
 * Wraps the decoder of a connection's row, so that it returns the object whose properties are the connection's fields.
 */
export function decodeConnection({ expression, decode }: Value, isBackward: boolean): Value {
  // The row has the keys of FoundConnection.
  return { expression, decode: (packed) => toConnection(decode(packed) as RawConnection, isBackward) };
}

/** A cursor with this content, encoded when it is decoded from the row. */
export function compileCursor(content: Cypher.Expr): Value {
  const decodeContent = createCompleteListDecoder(decodeAsIs);
  // The first item is the name of the list.
  return { expression: content, decode: (packed) => encodeCursor(decodeContent(packed) as CursorContent) };
}

// Most nested connections select only `nodes`, so the list itself is the row.
function decodeNodeList({ expression, decode }: Value): Value {
  return { expression, decode: decodeNodes(decode) };
}

function compileGroupFields(compilation: Compilation, field: SelectedField, list: List): Values {
  const groups = fieldsOf(field.selection).filter(({ name }) => name === 'groups');
  return Object.fromEntries(groups.map((group) => [group.key, compileGroups(compilation, field, group, list)]));
}

// Whether there are items outside the cursors that bound the page; each check is compiled only if `pageInfo` needs it.
function compileOutsideChecks(compilation: Compilation, field: SelectedField, list: List): Values {
  const isBackward = isBackwardPage(field.args);
  const sides = [
    ['hasItemsBehind', isBackward ? 'before' : 'after', isBackward ? 'hasNextPage' : 'hasPreviousPage'],
    ['hasItemsAhead', isBackward ? 'after' : 'before', isBackward ? 'hasPreviousPage' : 'hasNextPage'],
  ] as const;
  const requiredSides = sides.filter(
    ([, argument, pageInfoField]) => isPresent(field.args[argument]) && selectsPageInfo(field, pageInfoField),
  );
  return Object.fromEntries(
    requiredSides.map(([name, argument]) => [
      name,
      new Cypher.Exists(matchRows(list, createOutsideBound(compilation, field, list, argument)).clause),
    ]),
  );
}

function compilePage(compilation: Compilation, field: SelectedField, list: List): Values {
  const fields = fieldsOf(field.selection);
  if (!['nodes', 'edges', 'pageInfo'].some((name) => findField(fields, name))) return {};
  const isBackward = isBackwardPage(field.args);
  const size = compilation.parameters.addLimit(field, (args) => BigInt(pageSize(args)));
  const needsExtraItem = selectsPageInfo(field, isBackward ? 'hasPreviousPage' : 'hasNextPage');
  const limit = needsExtraItem ? Cypher.plus(size, new Cypher.Literal(1)) : size;
  const hasEdges = findField(fields, 'edges') !== undefined || selectsPageInfo(field, ...pageCursors);
  const pageRows = matchRows(list, createPageBound(compilation, field, list));
  const nodes = findField(fields, 'nodes')?.selection ?? emptySelection;
  const rows = withoutGaps(
    takeRows(list, pageRows, isBackward, limit, (columns) =>
      hasEdges ? compileEdge(list, field, columns) : list.compileItem(nodes),
    ),
  );
  return { [hasEdges ? 'edges' : 'nodes']: isBackward ? reverseList(rows) : rows, ...(needsExtraItem ? { size } : {}) };
}

// `item` is the row of `nodes`, if it is selected in addition to the edges.
function compileEdge(list: List, field: SelectedField, columns: readonly KeyColumn[]): Value {
  const fields = fieldsOf(field.selection);
  const edgeFields = fieldsOf(findField(fields, 'edges')?.selection ?? emptySelection);
  const relation = findField(edgeFields, 'relation') && list.compileRelation?.();
  const node = findField(edgeFields, 'node');
  const item = findField(fields, 'nodes');
  const hasCursor = selectsPageInfo(field, ...pageCursors) || findField(edgeFields, 'cursor') !== undefined;
  return row({
    ...(node && { node: list.compileItem(node.selection) }),
    ...(item && { item: list.compileItem(item.selection) }),
    ...(hasCursor && { cursor: compileCursor(compileCursorContent(list, columns)) }),
    ...(relation && { relation }),
  });
}

function selectsPageInfo({ selection }: SelectedField, ...names: string[]): boolean {
  const pageInfo = findField(fieldsOf(selection), 'pageInfo');
  return pageInfo !== undefined && names.some((name) => findField(fieldsOf(pageInfo.selection), name));
}
