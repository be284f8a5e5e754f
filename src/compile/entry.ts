import Cypher from '@neo4j/cypher-builder';
import { cypherFile } from '../neo4j/cypher-file.js';
import type { Compilation } from './compilation.js';
import { batchName, requestName } from './parameters.js';
import type { SelectedField, Selection } from './selection.js';
import { collected, ofEach, type Value } from './value.js';

type Args = Readonly<Record<string, unknown>>;

/** A root field that begins with a statement of its own, to whose columns the compiled selection is joined. */
export interface Entry {
  /** What it begins with: a file of `cypher/`, such as `graph/read-graph`, or what is written for the arguments. */
  readonly start: string | ((args: Args) => WrittenStart);
  /** The parameters of what it begins with; throws BAD_USER_INPUT where an argument makes none. */
  parameters(args: Args): Record<string, unknown>;
  /** The row that is made of the columns of what it begins with. */
  row(compilation: Compilation, root: SelectedField): Value;
  /** The column by which several rows are sorted; absent where exactly one row is returned. */
  readonly sortedBy?: string;
  /** How requests with one start are batched; absent where its cost has no bound: such a statement answers one request. */
  batching?(args: Args): Batching | undefined;
}

/** Cypher whose text the arguments shape. */
export interface WrittenStart {
  /** The same for arguments with the same text, and for no others: each text has a plan of its own. */
  readonly shape: string;
  /** Writes the text. */
  write(): string;
}

/** How requests with an entry are batched. */
export interface Batching {
  /** The parameters that differ from request to request, the same for one start; no subquery inside of it may read them. */
  readonly own: readonly string[];
  /** How many requests may share the statement, so that none waits long for another; 0 for none. */
  readonly maxSize: number;
}

/** The entries by the name of their root field. */
export type Entries = ReadonlyMap<string, Entry>;

/** What an entry answers: its row, and the list of its rows, of one where it is not sorted. */
export function entryRows(
  compilation: Compilation,
  root: SelectedField,
  entry: Entry,
): { readonly row: Value; readonly rows: Value } {
  const { request } = compilation.parameters;
  const batching = entry.batching?.(root.args);
  const body = readFrom(requestName, batching?.own ?? [], textOf(entry, root.args));
  const start = new Cypher.Call(new Cypher.Raw(body), batching ? [request] : []);
  const sorted = entry.sortedBy ? [new Cypher.With('*').orderBy([new Cypher.NamedVariable(entry.sortedBy)])] : [];
  const row = entry.row(compilation, root);
  return { row, rows: collected(row, (found) => Cypher.utils.concat(start, ...sorted, found)) };
}

/** The rows of a column that holds a list of entities. */
export function entityRows(compilation: Compilation, selection: Selection, column: string): Value {
  const node = new Cypher.Variable();
  return ofEach(compilation.entity(selection, node), node, new Cypher.NamedVariable(column));
}

/** The rows of a column that holds a list of relationships. */
export function relationRows(compilation: Compilation, field: SelectedField, column: string): Value {
  const relation = new Cypher.Variable();
  const [fields = []] = field.selection.values();
  return ofEach(compilation.relation(fields, relation), relation, new Cypher.NamedVariable(column));
}

// The start is a statement of its own, with parameters; in a batch each request has its own values, in a map, and what they
// share is in the map that is sent.
function readFrom(map: string, names: readonly string[], body: string): string {
  return body.replaceAll(/\$(\w+)/g, (_parameter, name: string) =>
    names.includes(name) ? `${map}.${name}` : `$${batchName}.${name}`,
  );
}

// The header of a file speaks to its readers; the statement that is sent, and Neo4j's plan cache, do without it.
function textOf({ start }: Entry, args: Args): string {
  if (typeof start !== 'string') return start(args).write();
  const lines = cypherFile(start).split('\n');
  return lines.filter((line) => !line.trimStart().startsWith('//')).join('\n');
}
