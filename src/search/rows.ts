import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { finishedPage } from '../compile/finished-page.js';
import { sharedValue } from '../compile/parameters.js';
import { fieldsOf, findField, type SelectedField, type Selection } from '../compile/selection.js';
import { collected, row, type Value } from '../compile/value.js';

const finds = new Cypher.NamedVariable('finds');
const rest = new Cypher.NamedVariable('rest');

/** The row of a page of finds, from the columns `finds` and `rest` and the request's own `size` and `list`. */
export function connectionRow(compilation: Compilation, root: SelectedField): Value {
  const { request } = compilation.parameters;
  const size = request.property('size');
  // One more than the page, where there is more.
  const page = new Cypher.Raw((env) => `${env.compile(rest)}[.. ${env.compile(size)} + 1]`);
  const fields = fieldsOf(root.selection);
  const values: Record<string, Value | Cypher.Expr> = {};
  if (findField(fields, 'totalCount')) values['total'] = Cypher.size(finds);
  if (findField(fields, 'types')) values['types'] = typeCounts();
  const pageInfo = findField(fields, 'pageInfo');
  if (pageInfo) values['beyond'] = Cypher.lt(Cypher.size(rest), Cypher.size(finds));
  const edges = fields.filter(({ name }) => name === 'edges').flatMap((edge) => fieldsOf(edge.selection));
  if (pageInfo || findField(fields, 'edges'))
    values['edges'] = edgeRows(compilation, root.nodes, edges, page, request.property('list'));
  else if (findField(fields, 'nodes')) values['nodes'] = nodeRows(compilation, root.nodes, page);
  if (values['edges'] || values['nodes']) values['size'] = size;
  return finishedPage(row(values));
}

/** The row of what a name may mean, from the column `candidates`. */
export function resolutionRow(compilation: Compilation, root: SelectedField): Value {
  const candidates = findField(fieldsOf(root.selection), 'candidates');
  if (!candidates) return row({});
  const fields = fieldsOf(candidates.selection);
  const node = findField(fields, 'node')?.selection ?? new Map<string, never>();
  const found = new Cypher.NamedVariable('candidates');
  return row({ candidates: edgeRows(compilation, node, fields, found, sharedValue('list')) });
}

/** The row of a completion, from the columns `entity`, `text` and `hints`. */
export function suggestionRow(compilation: Compilation, root: SelectedField): Value {
  const entity = new Cypher.NamedVariable('entity');
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) {
    if (field.name === 'entity') values['entity'] = compilation.entity(field.selection, entity);
    if (field.name === 'text') values['text'] = new Cypher.NamedVariable('text');
    if (field.name === 'hint') {
      values['hint'] = Cypher.plus(new Cypher.List([entity.property('id')]), new Cypher.NamedVariable('hints'));
    }
  }
  return row(values);
}

// The rows of a list of finds, maps of entity and score.
function edgeRows(
  compilation: Compilation,
  selection: Selection,
  fields: readonly SelectedField[],
  finds: Cypher.Expr,
  list: Cypher.Expr,
): Value {
  const find = new Cypher.Variable();
  const node = new Cypher.Variable();
  const each = new Cypher.Unwind([finds, find]);
  const named = new Cypher.With(find, [find.property('entity'), node]);
  const score = find.property('score');
  const edge = row({
    cursor: new Cypher.List([list, score, node.property('id')]),
    score,
    ...(selection.size > 0 ? { node: compilation.entity(selection, node) } : {}),
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

// Without count(): Neo4j would take an aggregation anywhere below for one of the whole answer.
function typeCounts(): Value {
  const find = new Cypher.Variable();
  const label = new Cypher.Variable();
  const type = new Cypher.Variable();
  const count = new Cypher.Variable();
  const labels = new Cypher.With([labelOf(find), label]).distinct();
  const counts = new Cypher.With(
    [Cypher.toUpper(label), type],
    [Cypher.size(new Cypher.ListComprehension(find).in(finds).where(Cypher.eq(labelOf(find), label))), count],
  ).orderBy([count, 'DESC'], [type]);
  const each = new Cypher.Unwind([finds, find]);
  return collected(row({ type, count }), (found) => Cypher.utils.concat(each, labels, counts, found));
}

function labelOf(find: Cypher.Variable): Cypher.Expr {
  return Cypher.listIndex(Cypher.split(find.property('entity').property('id'), new Cypher.Literal(':')), 0);
}

function texts(node: Cypher.Variable): Value {
  const names = ['name', 'nameZh', 'aliases', 'summary', 'summaryZh'];
  return row(Object.fromEntries(names.map((name) => [name, node.property(name)])));
}
