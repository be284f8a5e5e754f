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

/** What a root field compiles to: one statement that answers a batch of requests, and how one request fills it. */
export interface Plan {
  /** The root field's name, for Neo4j's query log. */
  readonly name: string;
  /** Takes `batchParameters`; returns `i`, the place of a request in the batch, and its packed `data`. */
  readonly text: string;
  readonly parameters: Parameters;
  /** Decodes packed data into the row that the resolvers read; null where nothing is found. */
  readonly read: Read;
}

/** How many fields and conditions a statement may have: to compile more would keep others waiting. */
const maxParts = 2_000;

/** Compiles a root field with all that is selected below it into one statement. */
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
      `A root field may be asked for at most ${maxParts} fields and conditions, each counted for every type and part of a ` +
        'list that it is computed for, and this one has more. Ask for fewer lists, types and conditions in one operation.',
    );
  };
}

// A fifth of a statement is indentation, which would be sent and hashed each time. No literal has a line break: values
// are parameters.
function onOneLine(cypher: string): string {
  return cypher.replaceAll(/\n\s*/g, ' ');
}

// Each request of the batch is one row; a request that finds nothing leaves none. One that always goes alone is sent the
// shorter way.
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

// The builder's own list index takes a number only.
function at(list: Cypher.Property, index: Cypher.Variable): Cypher.Expr {
  return new Cypher.Raw((env) => `${env.compile(list)}[${env.compile(index)}]`);
}

/** The clauses that return `i` and `data`, and how the data is decoded. */
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

// Inside of head() the rows could name no parameter of the request: Neo4j takes their COLLECT for an aggregation.
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
