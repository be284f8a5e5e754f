import Cypher from '@neo4j/cypher-builder';
import { cursorContent, outsideBound, pageBound } from './bounds.js';
import type { Compilation } from './compilation.js';
import { encodeCursor, type CursorContent } from './cursor.js';
import { groupRows } from './group.js';
import { countItems, matchRows, takeRows, type List } from './list.js';
import { isBackward, isPresent, pageSize } from './page.js';
import { completeListReader, readAsIs } from './reading.js';
import { emptySelection, fieldsOf, findField, type SelectedField, type Selection } from './selection.js';
import { toConnection, type FoundConnection } from './to-connection.js';
import { isValue, reversed, row, withoutGaps, type Value } from './value.js';

type Values = Record<string, Value | Cypher.Expr>;

/** Compiles a connection into a row: its page, and the other fields that are selected. */
export function connectionRow(compilation: Compilation, field: SelectedField, list: List): Value {
  const fields = fieldsOf(field.selection);
  const values: Values = {
    ...(findField(fields, 'totalCount') ? { totalCount: countItems(list) } : {}),
    ...pageValues(compilation, field, list),
    ...groupValues(compilation, field, list),
    ...sideValues(compilation, field, list),
  };
  const { nodes, ...others } = values;
  const isList = nodes && isValue(nodes) && Object.keys(others).length === 0 && !findField(fields, 'pageInfo');
  if (isList) return listOfNodes(nodes);
  return readConnection(row(values), isBackward(field.args));
}

/**
 * Wraps the decoder of a connection's row, so that it returns the object whose properties are the connection's fields.
 */
export function readConnection({ expression, read }: Value, backward: boolean): Value {
  // The row has the keys of FoundConnection.
  return { expression, read: (packed) => toConnection(read(packed) as FoundConnection, backward) };
}

/** A cursor with this content, encoded when it is decoded from the row. */
export function cursorValue(content: Cypher.Expr): Value {
  const readContent = completeListReader(readAsIs);
  // The first item is the name of the list.
  return { expression: content, read: (packed) => encodeCursor(readContent(packed) as CursorContent) };
}

// Most nested connections select only `nodes`, so the list itself is the row.
function listOfNodes({ expression, read }: Value): Value {
  return { expression, read: (packed) => ({ nodes: read(packed) }) };
}

function groupValues(compilation: Compilation, field: SelectedField, list: List): Values {
  const groups = fieldsOf(field.selection).filter(({ name }) => name === 'groups');
  return Object.fromEntries(groups.map((group) => [group.key, groupRows(compilation, field, group, list)]));
}

// Whether there are items outside the cursors that bound the page; each check is compiled only if `pageInfo` needs it.
function sideValues(compilation: Compilation, field: SelectedField, list: List): Values {
  const backward = isBackward(field.args);
  const sides = [
    ['hasItemsBehind', backward ? 'before' : 'after', backward ? 'hasNextPage' : 'hasPreviousPage'],
    ['hasItemsAhead', backward ? 'after' : 'before', backward ? 'hasPreviousPage' : 'hasNextPage'],
  ] as const;
  const asked = sides.filter(([, bound, question]) => isPresent(field.args[bound]) && selectsPageInfo(field, question));
  return Object.fromEntries(
    asked.map(([name, bound]) => [
      name,
      new Cypher.Exists(matchRows(list, outsideBound(compilation, field, list, bound)).clause),
    ]),
  );
}

function pageValues(compilation: Compilation, field: SelectedField, list: List): Values {
  const fields = fieldsOf(field.selection);
  if (!['nodes', 'edges', 'pageInfo'].some((name) => findField(fields, name))) return {};
  const backward = isBackward(field.args);
  const size = compilation.parameters.limit(field, (args) => BigInt(pageSize(args)));
  const hasOneMore = selectsPageInfo(field, backward ? 'hasPreviousPage' : 'hasNextPage');
  const limit = hasOneMore ? Cypher.plus(size, new Cypher.Literal(1)) : size;
  const edges = edgeSelection(field);
  const bounded = matchRows(list, pageBound(compilation, field, list));
  const nodes = findField(fields, 'nodes')?.selection ?? emptySelection;
  const rows = withoutGaps(
    takeRows(list, bounded, backward, limit, (columns) => (edges ? edgeRow(list, edges, columns) : list.node(nodes))),
  );
  return { [edges ? 'edges' : 'nodes']: backward ? reversed(rows) : rows, ...(hasOneMore ? { size } : {}) };
}

/** The selected parts of an edge. */
interface EdgeSelection {
  readonly node: Selection | undefined;
  /** The selection of `nodes`, which is selected in addition to `edges`. */
  readonly item: Selection | undefined;
  readonly hasCursor: boolean;
  readonly hasRelation: boolean;
}

function edgeSelection(field: SelectedField): EdgeSelection | undefined {
  const fields = fieldsOf(field.selection);
  const edges = findField(fields, 'edges');
  const needsCursors = selectsPageInfo(field, 'startCursor', 'endCursor');
  if (!edges && !needsCursors) return undefined;
  const inside = edges ? fieldsOf(edges.selection) : [];
  return {
    node: findField(inside, 'node')?.selection,
    item: findField(fields, 'nodes')?.selection,
    hasCursor: needsCursors || findField(inside, 'cursor') !== undefined,
    hasRelation: findField(inside, 'relation') !== undefined,
  };
}

function edgeRow(list: List, asked: EdgeSelection, columns: readonly Cypher.Expr[]): Value {
  const relation = asked.hasRelation ? list.compileRelation?.() : undefined;
  return row({
    ...(asked.node ? { node: list.node(asked.node) } : {}),
    ...(asked.item ? { item: list.node(asked.item) } : {}),
    ...(asked.hasCursor ? { cursor: cursorValue(cursorContent(list, columns)) } : {}),
    ...(relation ? { relation } : {}),
  });
}

function selectsPageInfo({ selection }: SelectedField, ...names: string[]): boolean {
  const pageInfo = findField(fieldsOf(selection), 'pageInfo');
  return pageInfo !== undefined && names.some((name) => findField(fieldsOf(pageInfo.selection), name));
}
