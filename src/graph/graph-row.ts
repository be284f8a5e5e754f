import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { entityRows, relationRows } from '../compile/entry.js';
import { degreeOf } from '../compile/degree.js';
import { idOf } from '../compile/ends.js';
import { fieldsOf, type SelectedField } from '../compile/selection.js';
import { ofEach, row, type Value } from '../compile/value.js';
import { sortedById } from './sorted-by-id.js';

/** Compiles a graph from the columns `nodes`, `relations` and `truncated`. */
export function graphRow(compilation: Compilation, root: SelectedField): Value {
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) Object.assign(values, entryOf(compilation, field));
  return row(values);
}

function entryOf(compilation: Compilation, field: SelectedField): Record<string, Value | Cypher.Expr> {
  switch (field.name) {
    case 'nodes':
      return { nodes: byId(entityRows(compilation, field.selection, 'nodes')) };
    case 'links':
      return { links: byId(relationRows(compilation, field, 'relations')) };
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

// Sorts while decoding, because Neo4j takes ten times as long.
function byId({ expression, read }: Value): Value {
  return { expression, read: (packed) => sortedById(read(packed) as { id: string }[]) }; // every row has an id
}

// The nodes and links for export, which are the same in all formats.
function content(): Value {
  const node = new Cypher.Variable();
  const relation = new Cypher.Variable();
  return row({
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

function each(column: string, item: Cypher.Variable, values: Record<string, Cypher.Expr>): Value {
  return ofEach(row(values), item, new Cypher.NamedVariable(column));
}

function properties(owner: Cypher.Variable, names: readonly string[]): Record<string, Cypher.Expr> {
  return Object.fromEntries(names.map((name) => [name, owner.property(name)]));
}
