import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { compileColumns, compileEntityColumn, compileRelationColumn } from '../compile/entry.js';
import { degreeOf } from '../compile/degree.js';
import { idOf } from '../compile/ends.js';
import type { SelectedField } from '../compile/selection.js';
import { mapItems, row, type Value } from '../compile/value.js';
import { sortById } from './sort-by-id.js';

/** Compiles a graph from the columns `nodes`, `relations` and `truncated`. */
export function compileGraph(compilation: Compilation, root: SelectedField): Value {
  return compileColumns(root, {
    nodes: ({ selection }) => sortRows(compileEntityColumn(compilation, selection, 'nodes')),
    links: (field) => sortRows(compileRelationColumn(compilation, field, 'relations')),
    nodeCount: () => Cypher.size(new Cypher.NamedVariable('nodes')),
    linkCount: () => Cypher.size(new Cypher.NamedVariable('relations')),
    truncated: () => new Cypher.NamedVariable('truncated'),
    export: compileContent,
  });
}

// Sorts while decoding, because Neo4j takes ten times as long.
function sortRows({ expression, decode }: Value): Value {
  return { expression, decode: (packed) => sortById(decode(packed) as { id: string }[]) }; // every row has an id
}

// The nodes and links for export, which are the same in all formats.
function compileContent(): Value {
  const node = new Cypher.Variable();
  const relation = new Cypher.Variable();
  return row({
    nodes: mapColumn('nodes', node, {
      ...selectProperties(node, ['id', 'slug', 'name', 'nameZh', 'summary']),
      type: Cypher.listIndex(Cypher.split(node.property('id'), new Cypher.Literal(':')), 0),
      degree: degreeOf(node),
    }),
    links: mapColumn('relations', relation, {
      ...selectProperties(relation, ['id', 'basis', 'status']),
      type: Cypher.type(relation),
      source: idOf('startNode', relation),
      target: idOf('endNode', relation),
    }),
    truncated: new Cypher.NamedVariable('truncated'),
  });
}

function mapColumn(column: string, item: Cypher.Variable, values: Record<string, Cypher.Expr>): Value {
  return mapItems(row(values), item, new Cypher.NamedVariable(column));
}

function selectProperties(owner: Cypher.Variable, names: readonly string[]): Record<string, Cypher.Expr> {
  return Object.fromEntries(names.map((name) => [name, owner.property(name)]));
}
