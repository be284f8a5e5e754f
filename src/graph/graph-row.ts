import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { degreeOf } from '../compile/degree.js';
import { idOf } from '../compile/ends.js';
import { fieldsOf, type SelectedField } from '../compile/selection.js';
import { entityTable, relationTable } from '../compile/table.js';

/** The row of a graph, from the columns `nodes`, `relations` and `truncated`. */
export function graphRow(compilation: Compilation, root: SelectedField): Cypher.Expr {
  const row: Record<string, Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) Object.assign(row, entryOf(compilation, field));
  return new Cypher.Map(row);
}

function entryOf(compilation: Compilation, field: SelectedField): Record<string, Cypher.Expr> {
  switch (field.name) {
    case 'nodes':
      return { nodes: entityTable(compilation, field.selection, 'nodes') };
    case 'links':
      return { links: relationTable(compilation, field, 'relations') };
    case 'nodeCount':
      return { nodeCount: Cypher.size(new Cypher.NamedVariable('nodes')) };
    case 'linkCount':
      return { linkCount: Cypher.size(new Cypher.NamedVariable('relations')) };
    case 'truncated':
      return { truncated: new Cypher.NamedVariable('truncated') };
    default:
      return { content: content() };
  }
}

// What every export holds of a node and a link, whatever its format.
function content(): Cypher.Expr {
  const node = new Cypher.Variable();
  const relation = new Cypher.Variable();
  return new Cypher.Map({
    nodes: each('nodes', node, {
      ...properties(node, ['id', 'slug', 'name', 'nameZh', 'summary']),
      type: Cypher.listIndex(Cypher.split(node.property('id'), new Cypher.Literal(':')), 0),
      degree: degreeOf(node),
    }),
    links: each('relations', relation, {
      ...properties(relation, ['id', 'basis', 'status']),
      type: Cypher.type(relation),
      source: idOf('startNode', relation),
      target: idOf('endNode', relation),
    }),
    truncated: new Cypher.NamedVariable('truncated'),
  });
}

function each(column: string, item: Cypher.Variable, row: Record<string, Cypher.Expr>): Cypher.Expr {
  const unwind = new Cypher.Unwind([new Cypher.NamedVariable(column), item]);
  return new Cypher.Collect(Cypher.utils.concat(unwind, new Cypher.Return(new Cypher.Map(row))));
}

function properties(owner: Cypher.Variable, names: readonly string[]): Record<string, Cypher.Expr> {
  return Object.fromEntries(names.map((name) => [name, owner.property(name)]));
}
