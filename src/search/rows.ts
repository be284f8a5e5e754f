import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { compileCursor, decodeConnection } from '../compile/connection.js';
import { compileColumns } from '../compile/entry.js';
import { requestVariable, sharedValue } from '../compile/parameters.js';
import { fieldsOf, findField, type SelectedField } from '../compile/selection.js';
import { collectRows, row, type Value } from '../compile/value.js';
import { typeNameOf } from '../model/entity-id.js';
import { constantCase } from '../model/names.js';

const results = new Cypher.NamedVariable('finds');
const remaining = new Cypher.NamedVariable('rest');

/**
 * Compiles a page of search results from the columns `results` and `remaining`, and the request's parameters `size` and
 * `list`.
 */
export function compileSearchConnection(compilation: Compilation, root: SelectedField): Value {
  const size = requestVariable.property('size');
  // Includes one extra item if there are more.
  const page = new Cypher.Raw((env) => `${env.compile(remaining)}[.. ${env.compile(size)} + 1]`);
  const fields = fieldsOf(root.selection);
  const values: Record<string, Value | Cypher.Expr> = {};
  if (findField(fields, 'totalCount')) values['totalCount'] = Cypher.size(results);
  if (findField(fields, 'types')) values['types'] = compileTypeCounts();
  const edges = findField(fields, 'edges');
  const nodes = findField(fields, 'nodes');
  const pageInfo = findField(fields, 'pageInfo');
  if (pageInfo) values['hasItemsBehind'] = Cypher.lt(Cypher.size(remaining), Cypher.size(results));
  if (edges ?? nodes ?? pageInfo) {
    const list = requestVariable.property('list');
    values['edges'] = compileResultEdges(compilation, { edges, nodes, pageInfo }, page, list);
    values['size'] = size;
  }
  return decodeConnection(row(values), false);
}

/** Compiles a resolved name from the column `candidates`. */
export function compileResolution(compilation: Compilation, root: SelectedField): Value {
  const candidateList = new Cypher.NamedVariable('candidates');
  return compileColumns(root, {
    candidates: (edges) => compileResultEdges(compilation, { edges }, candidateList, sharedValue('list')),
  });
}

/** Compiles a completion from the columns `entity`, `text` and `hints`. */
export function compileSuggestion(compilation: Compilation, root: SelectedField): Value {
  const entity = new Cypher.NamedVariable('entity');
  const hint = Cypher.plus(new Cypher.List([entity.property('id')]), new Cypher.NamedVariable('hints'));
  return compileColumns(root, {
    entity: ({ selection }) => compilation.compileEntity(selection, entity),
    text: () => new Cypher.NamedVariable('text'),
    hint: () => ({ expression: hint, decode: (packed) => formatHint(packed as string[]) }), // the list above
  });
}

type EdgeFields = Readonly<Partial<Record<'edges' | 'nodes' | 'pageInfo', SelectedField | undefined>>>;

// Compiles a list of search results, which are maps of entity and score.
function compileResultEdges(
  compilation: Compilation,
  { edges, nodes, pageInfo }: EdgeFields,
  results: Cypher.Expr,
  list: Cypher.Expr,
): Value {
  const result = new Cypher.Variable();
  const entity = new Cypher.Variable();
  const unwind = new Cypher.Unwind([results, result]);
  const withClause = new Cypher.With(result, [result.property('entity'), entity]);
  const score = result.property('score');
  const fields = edges ? fieldsOf(edges.selection) : [];
  const node = findField(fields, 'node');
  const hasCursor = (pageInfo ?? findField(fields, 'cursor')) !== undefined;
  const edge = row({
    ...(hasCursor ? { cursor: compileCursor(new Cypher.List([list, score, entity.property('id')])) } : {}),
    ...(findField(fields, 'score') ? { score } : {}),
    ...(node ? { node: compilation.compileEntity(node.selection, entity) } : {}),
    ...(nodes ? { item: compilation.compileEntity(nodes.selection, entity) } : {}),
    ...(findField(fields, 'highlights') ? { texts: compileTexts(entity) } : {}),
  });
  return collectRows(edge, (returnClause) => Cypher.utils.concat(unwind, withClause, returnClause));
}

// Uses size() because Neo4j takes count() inside a subquery of RETURN for an aggregation of RETURN itself.
function compileTypeCounts(): Value {
  const result = new Cypher.Variable();
  const label = new Cypher.Variable();
  const count = new Cypher.Variable();
  const labels = new Cypher.With([labelOf(result), label]).distinct();
  const counts = new Cypher.With(label, [
    Cypher.size(new Cypher.ListComprehension(result).in(results).where(Cypher.eq(labelOf(result), label))),
    count,
  ]).orderBy([count, 'DESC'], [label]);
  const unwind = new Cypher.Unwind([results, result]);
  const type: Value = { expression: label, decode: (packed) => constantCase(String(packed)) };
  return collectRows(row({ type, count }), (returnClause) => Cypher.utils.concat(unwind, labels, counts, returnClause));
}

function labelOf(result: Cypher.Variable): Cypher.Expr {
  return Cypher.listIndex(Cypher.split(result.property('entity').property('id'), new Cypher.Literal(':')), 0);
}

function formatHint([id = '', ...names]: readonly string[]): string {
  return [typeNameOf(id), ...names].join(' · ');
}

function compileTexts(node: Cypher.Variable): Value {
  const names = ['name', 'nameZh', 'aliases', 'summary', 'summaryZh', 'wordings'];
  return row(Object.fromEntries(names.map((name) => [name, node.property(name)])));
}
