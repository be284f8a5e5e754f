import Cypher from '@neo4j/cypher-builder';
import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import type { Compilation } from './compilation.js';
import { connectionRow } from './connection.js';
import { entityRow } from './entity.js';
import { entryRows, type Entries, type Entry } from './entry.js';
import { relationsList } from './lists/relations-list.js';
import { rootList } from './lists/root-list.js';
import { Parameters, requestList } from './parameters.js';
import { relationRow } from './relation.js';
import { nodeRow, nodesRow } from './node.js';
import { selectRoot, type Request, type SelectedField } from './selection.js';
import { nodeType } from './source.js';
import type { Read } from './reading.js';
import type { Value } from './value.js';
import { mark } from '../shared/mark.js';

/** A compiled root field: the statement for a batch of requests, its parameters and the decoder of its rows. */
export interface Plan {
  /** The root field's name, which Neo4j's query log shows. */
  readonly name: string;
  /** Takes batchParameters(); returns `i`, the index of a request in the batch, and its packed `data`. */
  readonly text: string;
  readonly parameters: Parameters;
  /** Decodes packed data into the row that the resolvers read; null if there is no match. */
  readonly read: Read;
}

/** Maximum number of fields and conditions of a statement, because compilation blocks the event loop. */
const maxParts = 2_000;

/** Compiles a root field and its selection into one statement. */
export function compileRoot(
  request: Request,
  query: GraphQLObjectType,
  nodes: readonly FieldNode[],
  { model, entries }: { readonly model: Model; readonly entries: Entries },
): Plan {
  const root = selectRoot(request, query, nodes);
  const parameters = new Parameters();
  const compilation: Compilation = {
    schema: request.schema,
    model,
    request,
    parameters,
    count: partCounter(),
    entity: (selection, node) => entityRow(compilation, selection, node),
    relation: (fields, relationship) => relationRow(compilation, fields, relationship),
  };
  const entry = entries.get(root.name);
  const isAlone = entry !== undefined && !entry.batching?.(root.args);
  const { clause, read } = answer(compilation, root, entry);
  const text = onOneLine(batched(parameters, clause, isAlone).build().cypher);
  return { name: root.name, text, parameters, read };
}

// Counts the parts of one statement.
function partCounter(): Compilation['count'] {
  let counted = 0;
  return (parts) => {
    counted += parts;
    if (counted <= maxParts) return;
    throw new AtlasError(
      'COST_LIMIT_EXCEEDED',
      `A root field may select at most ${maxParts} fields and conditions, each counted for every type and part of a ` +
        'list that it is compiled for, and this one has more. Select fewer lists, types and conditions.',
    );
  };
}

// Indentation is a fifth of a statement's length. Values are parameters, so no literal contains a line break.
function onOneLine(cypher: string): string {
  return cypher.replaceAll(/\n\s*/g, ' ');
}

// Unwinds the batch into one row for each request; a request without a match returns no row. A statement that is never
// batched reads its only request directly.
function batched(parameters: Parameters, answer: Cypher.Clause, isAlone: boolean): Cypher.Clause {
  if (isAlone) {
    const only = new Cypher.With(
      [new Cypher.Literal(0), index],
      [Cypher.listIndex(requestList, 0), parameters.request],
    );
    return Cypher.utils.concat(only, answer);
  }
  const last = Cypher.minus(Cypher.size(requestList), new Cypher.Literal(1));
  const each = new Cypher.Unwind([Cypher.range(new Cypher.Literal(0), last), index]);
  const request = new Cypher.With(index, [at(requestList, index), parameters.request]);
  return Cypher.utils.concat(each, request, answer);
}

// The builder's listIndex() supports only a number.
function at(list: Cypher.Property, index: Cypher.Variable): Cypher.Expr {
  return new Cypher.Raw((env) => `${env.compile(list)}[${env.compile(index)}]`);
}

/** The clauses that return `i` and `data`, and the decoder of the data. */
interface Answer {
  readonly clause: Cypher.Clause;
  readonly read: Read;
}

const index = new Cypher.NamedVariable('i');
const data = new Cypher.NamedVariable('data');

function answer(compilation: Compilation, root: SelectedField, entry?: Entry): Answer {
  if (entry) {
    compilation.parameters.addEntry(root, entry);
    const { row, rows } = entryRows(compilation, root, entry);
    return entry.sortedBy ? returned(rows) : onlyOne(rows, row);
  }
  if (root.name === 'relations') return returned(connectionRow(compilation, root, relationsList(compilation, root)));
  if (root.name === 'node') return nodeRow(compilation, root, index, data);
  if (root.name === 'nodes') return returned(nodesRow(compilation, root));
  const type = getNamedType(root.definition.type);
  const entity = nodeType(type);
  if (entity !== type) return returned(connectionRow(compilation, root, rootList(compilation, root, entity.name)));
  if (!isObjectType(type)) throw new TypeError(`Query.${root.name} must return an object type or a connection.`);
  return bySlug(compilation, root, type.name);
}

function returned({ expression, read }: Value): Answer {
  return { read, clause: new Cypher.Return(index, [expression, data]) };
}

// head() follows in a separate clause: inside it, COLLECT could not read the request, because Neo4j takes it for an
// aggregation.
function onlyOne(rows: Value, { read }: Value): Answer {
  const listed = new Cypher.With(index, [rows.expression, data]);
  const only = new Cypher.Return(index, [Cypher.head(data), data]);
  return { clause: Cypher.utils.concat(listed, only), read };
}

function bySlug(compilation: Compilation, root: SelectedField, type: string): Answer {
  const node = new Cypher.Node();
  const slug = compilation.parameters.item(root, (args) => String(args['slug']).toLowerCase());
  const { clause, read } = returned(compilation.entity(root.selection, node));
  const match = new Cypher.Match(new Cypher.Pattern(node, { labels: [type, mark] })).where(
    Cypher.eq(node.property('slug'), slug),
  );
  return { clause: Cypher.utils.concat(match, clause), read };
}
