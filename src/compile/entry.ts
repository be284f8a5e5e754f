import Cypher from '@neo4j/cypher-builder';
import { readCypherFile } from '../neo4j/cypher-file.js';
import type { Compilation } from './compilation.js';
import { batchName, requestName, requestVariable } from './parameters.js';
import { fieldsOf, type SelectedField, type Selection } from './selection.js';
import { collectRows, mapItems, row, type Value } from './value.js';

type Args = Readonly<Record<string, unknown>>;

/** A root field that starts with a dedicated query, whose columns the compiled selection reads. */
export interface Entry {
  /** The query it starts with: a file of `cypher/`, such as `graph/read-graph`, or generated from the arguments. */
  readonly query: string | ((args: Args) => string);
  /** Computes the parameters of that query; throws BAD_USER_INPUT if an argument is invalid. */
  parameters(args: Args): Record<string, unknown>;
  /** Compiles the row from the columns of that query. */
  compileRow(compilation: Compilation, root: SelectedField): Value;
  /** The column that several rows are sorted by; absent if the field returns exactly one row. */
  readonly sortColumn?: string;
  /**
   * How requests with the same query are batched; undefined if its cost is unbounded, so that each request runs alone.
   */
  batching?(args: Args): Batching | undefined;
}

/** How the requests of an entry are batched. */
export interface Batching {
  /** The parameters that differ between the requests of a batch. No subquery of the query may read them. */
  readonly itemParameters: readonly string[];
  /** The maximum number of requests in a batch, so that none waits long for another; 0 disables batching. */
  readonly maxSize: number;
}

/** The entries, keyed by the name of their root field. */
export type Entries = ReadonlyMap<string, Entry>;

/** Compiles an entry: its row, and the list of its rows, which has one item if the entry is not sorted. */
export function compileEntry(
  compilation: Compilation,
  root: SelectedField,
  entry: Entry,
): { readonly row: Value; readonly rows: Value } {
  const batching = entry.batching?.(root.args);
  const queryText = qualifyParameters(requestName, batching?.itemParameters ?? [], textOf(entry, root.args));
  const startClause = new Cypher.Call(new Cypher.Raw(queryText), batching ? [requestVariable] : []);
  const sortClauses = entry.sortColumn
    ? [new Cypher.With('*').orderBy([new Cypher.NamedVariable(entry.sortColumn)])]
    : [];
  const rowValue = entry.compileRow(compilation, root);
  return {
    row: rowValue,
    rows: collectRows(rowValue, (returnClause) => Cypher.utils.concat(startClause, ...sortClauses, returnClause)),
  };
}

/** Compiles a row of the selected fields, each by the function of its name; a field without a function has no value. */
export function compileColumns(
  root: SelectedField,
  compilers: Readonly<Record<string, (field: SelectedField) => Value | Cypher.Expr>>,
): Value {
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) {
    const compileField = compilers[field.name];
    if (compileField) values[field.name] = compileField(field);
  }
  return row(values);
}

/** Compiles a column that contains a list of entities. */
export function compileEntityColumn(compilation: Compilation, selection: Selection, column: string): Value {
  const node = new Cypher.Variable();
  return mapItems(compilation.compileEntity(selection, node), node, new Cypher.NamedVariable(column));
}

/** Compiles a column that contains a list of relationships. */
export function compileRelationColumn(compilation: Compilation, field: SelectedField, column: string): Value {
  const relation = new Cypher.Variable();
  const [fields = []] = field.selection.values();
  return mapItems(compilation.compileRelation(fields, relation), relation, new Cypher.NamedVariable(column));
}

// Replaces the query's parameters: those that differ between requests are read from the request's map, and the others
// from the map that the batch shares.
function qualifyParameters(map: string, names: readonly string[], queryText: string): string {
  return queryText.replaceAll(/\$(\w+)/g, (_parameter, name: string) =>
    names.includes(name) ? `${map}.${name}` : `$${batchName}.${name}`,
  );
}

// Comment lines are removed from the text that is sent to Neo4j and kept in its plan cache.
function textOf({ query }: Entry, args: Args): string {
  if (typeof query !== 'string') return query(args);
  const lines = readCypherFile(query).split('\n');
  return lines.filter((line) => !line.trimStart().startsWith('//')).join('\n');
}
