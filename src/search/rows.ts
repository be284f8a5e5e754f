import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { cursorValue, readConnection } from '../compile/connection.js';
import { sharedValue } from '../compile/parameters.js';
import { emptySelection, fieldsOf, findField, type SelectedField, type Selection } from '../compile/selection.js';
import { collected, row, type Value } from '../compile/value.js';
import { typeNameOf } from '../model/entity-id.js';
import { constantCase } from '../model/names.js';

const finds = new Cypher.NamedVariable('finds');
const rest = new Cypher.NamedVariable('rest');

/**
 * Compiles a page of search results from the columns `finds` and `rest`, and the request's parameters `size` and
 * `list`.
 */
export function connectionRow(compilation: Compilation, root: SelectedField): Value {
  const { request } = compilation.parameters;
  const size = request.property('size');
  // Includes one extra item if there are more.
  const page = new Cypher.Raw((env) => `${env.compile(rest)}[.. ${env.compile(size)} + 1]`);
  const fields = fieldsOf(root.selection);
  const values: Record<string, Value | Cypher.Expr> = {};
  if (findField(fields, 'totalCount')) values['totalCount'] = Cypher.size(finds);
  if (findField(fields, 'types')) values['types'] = typeCounts();
  const pageInfo = findField(fields, 'pageInfo');
  if (pageInfo) values['hasItemsBehind'] = Cypher.lt(Cypher.size(rest), Cypher.size(finds));
  const edges = findField(fields, 'edges');
  const nodes = findField(fields, 'nodes')?.selection;
  if (pageInfo || edges) {
    const inside = edges ? fieldsOf(edges.selection) : [];
    values['edges'] = edgeRows(compilation, inside, page, request.property('list'), nodes);
  } else if (nodes) values['nodes'] = nodeRows(compilation, nodes, page);
  if (values['edges'] || values['nodes']) values['size'] = size;
  return readConnection(row(values), false);
}

/** Compiles a resolved name from the column `candidates`. */
export function resolutionRow(compilation: Compilation, root: SelectedField): Value {
  const candidates = findField(fieldsOf(root.selection), 'candidates');
  if (!candidates) return row({});
  const found = new Cypher.NamedVariable('candidates');
  return row({ candidates: edgeRows(compilation, fieldsOf(candidates.selection), found, sharedValue('list')) });
}

/** Compiles a completion from the columns `entity`, `text` and `hints`. */
export function suggestionRow(compilation: Compilation, root: SelectedField): Value {
  const entity = new Cypher.NamedVariable('entity');
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) {
    if (field.name === 'entity') values['entity'] = compilation.entity(field.selection, entity);
    if (field.name === 'text') values['text'] = new Cypher.NamedVariable('text');
    if (field.name === 'hint') {
      const hint = Cypher.plus(new Cypher.List([entity.property('id')]), new Cypher.NamedVariable('hints'));
      values['hint'] = { expression: hint, read: (packed) => hintText(packed as string[]) }; // the list above
    }
  }
  return row(values);
}

// Compiles a list of search results, which are maps of entity and score.
function edgeRows(
  compilation: Compilation,
  fields: readonly SelectedField[],
  finds: Cypher.Expr,
  list: Cypher.Expr,
  item: Selection = emptySelection,
): Value {
  const find = new Cypher.Variable();
  const node = new Cypher.Variable();
  const each = new Cypher.Unwind([finds, find]);
  const named = new Cypher.With(find, [find.property('entity'), node]);
  const score = find.property('score');
  const ofNode = findField(fields, 'node')?.selection;
  const edge = row({
    cursor: cursorValue(new Cypher.List([list, score, node.property('id')])),
    score,
    ...(ofNode ? { node: compilation.entity(ofNode, node) } : {}),
    ...(item.size > 0 ? { item: compilation.entity(item, node) } : {}),
    ...(findField(fields, 'highlights') ? { texts: texts(node) } : {}),
  });
  return collected(edge, (found) => Cypher.utils.concat(each, named, found));
}

function nodeRows(compilation: Compilation, selection: Selection, page: Cypher.Expr): Value {
  const find = new Cypher.Variable();
  const node = new Cypher.Variable();
  const each = new Cypher.Unwind([page, find]);
  const named = new Cypher.With([find.property('entity'), node]);
  return collected(compilation.entity(selection, node), (found) => Cypher.utils.concat(each, named, found));
}

// Uses size() because Neo4j takes count() inside a subquery of RETURN for an aggregation of RETURN itself.
function typeCounts(): Value {
  const find = new Cypher.Variable();
  const label = new Cypher.Variable();
  const count = new Cypher.Variable();
  const labels = new Cypher.With([labelOf(find), label]).distinct();
  const counts = new Cypher.With(label, [
    Cypher.size(new Cypher.ListComprehension(find).in(finds).where(Cypher.eq(labelOf(find), label))),
    count,
  ]).orderBy([count, 'DESC'], [label]);
  const each = new Cypher.Unwind([finds, find]);
  const type: Value = { expression: label, read: (packed) => constantCase(String(packed)) };
  return collected(row({ type, count }), (found) => Cypher.utils.concat(each, labels, counts, found));
}

function labelOf(find: Cypher.Variable): Cypher.Expr {
  return Cypher.listIndex(Cypher.split(find.property('entity').property('id'), new Cypher.Literal(':')), 0);
}

function hintText([id = '', ...names]: readonly string[]): string {
  return [typeNameOf(id), ...names].join(' · ');
}

function texts(node: Cypher.Variable): Value {
  const names = ['name', 'nameZh', 'aliases', 'summary', 'summaryZh'];
  return row(Object.fromEntries(names.map((name) => [name, node.property(name)])));
}
