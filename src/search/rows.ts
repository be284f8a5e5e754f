import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { fieldsOf, findField, type SelectedField, type Selection } from '../compile/selection.js';
import { collected, row, type Value } from '../compile/value.js';

/** The row of a page of finds, from the columns `found`, `total`, `types`, `beyond` and `size`. */
export function connectionRow(compilation: Compilation, root: SelectedField): Value {
  const fields = fieldsOf(root.selection);
  const columns: Record<string, string[]> = {
    totalCount: ['total'],
    types: ['types'],
    nodes: ['size'],
    edges: ['size'],
    pageInfo: ['size', 'beyond'],
  };
  const asked = new Set(fields.flatMap(({ name }) => columns[name] ?? []));
  const values = Object.fromEntries([...asked].map((name) => [name, new Cypher.NamedVariable(name)]));
  if (!asked.has('size')) return row(values);
  const scores = fields.filter(({ name }) => name === 'edges').flatMap((edges) => fieldsOf(edges.selection));
  return row({ ...values, edges: edgeRows(compilation, root.nodes, scores, 'found') });
}

/** The row of what a name may mean, from the column `candidates`. */
export function resolutionRow(compilation: Compilation, root: SelectedField): Value {
  const candidates = findField(fieldsOf(root.selection), 'candidates');
  if (!candidates) return row({});
  const fields = fieldsOf(candidates.selection);
  const node = findField(fields, 'node')?.selection ?? new Map<string, never>();
  return row({ candidates: edgeRows(compilation, node, fields, 'candidates') });
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

// The rows of a column that holds a list of finds: maps of entity, score and cursor.
function edgeRows(
  compilation: Compilation,
  selection: Selection,
  fields: readonly SelectedField[],
  column: string,
): Value {
  const find = new Cypher.Variable();
  const node = new Cypher.Variable();
  const each = new Cypher.Unwind([new Cypher.NamedVariable(column), find]);
  const named = new Cypher.With(find, [find.property('entity'), node]);
  const edge = row({
    cursor: find.property('cursor'),
    score: find.property('score'),
    ...(selection.size > 0 ? { node: compilation.entity(selection, node) } : {}),
    ...(findField(fields, 'highlights') ? { texts: texts(node) } : {}),
  });
  return collected(edge, (found) => Cypher.utils.concat(each, named, found));
}

function texts(node: Cypher.Variable): Value {
  const names = ['name', 'nameZh', 'aliases', 'summary', 'summaryZh'];
  return row(Object.fromEntries(names.map((name) => [name, node.property(name)])));
}
