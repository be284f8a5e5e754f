import Cypher from '@neo4j/cypher-builder';
import { getNamedType, isObjectType } from 'graphql';
import { entityId } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import type { Compilation } from './compilation.js';
import { compileConnection } from './connection.js';
import { compileEntity } from './entity.js';
import { compileEntry, type Entries, type Entry } from './entry.js';
import { createRelationsList } from './lists/relations-list.js';
import { createRootList } from './lists/root-list.js';
import { Parameters, requestIndex, requestList, requestVariable } from './parameters.js';
import { compileRelation } from './relation.js';
import { compileEntities, compileNode, compileNodes } from './node.js';
import { createPartCounter, type Request, type SelectedField } from './selection.js';
import { nodeTypeOf } from './source.js';
import type { Decoder } from './decoding.js';
import { buildCurrentId, type Value } from './value.js';
import { atlasLabel } from '../shared/atlas-label.js';

/** A compiled root field: the statement for a batch of requests, its parameters and the decoder of its rows. */
export interface Plan {
  /** Names the statement in metrics and in Neo4j's query log. */
  readonly name: string;
  /** Takes batchParameters(); returns `i`, the index of a request in the batch, and its packed `data`. */
  readonly text: string;
  readonly parameters: Parameters;
  /** Decodes packed data into the row that the resolvers read; null if there is no match. */
  readonly decode: Decoder;
  /** What the statement reads: its text, or the description that a shared query gets. The cost counts its length. */
  readonly content: string;
}

/** Compiles a root field and its selection into a statement of its own. */
export function compileRoot(
  request: Request,
  root: SelectedField,
  { model, entries }: { readonly model: Model; readonly entries: Entries },
): Plan {
  const parameters = new Parameters();
  const compilation: Compilation = {
    schema: request.schema,
    model,
    request,
    parameters,
    countParts: createPartCounter(),
    compileEntity: (selection, node) => compileEntity(compilation, selection, node),
    compileRelation: (fields, relationship) => compileRelation(compilation, fields, relationship),
  };
  const entry = entries.get(root.name);
  const isUnbatched = entry !== undefined && !entry.batching?.(root.args);
  const { clause, decode } = compileRootField(compilation, root, entry);
  const text = joinLines(unwindBatch(clause, isUnbatched).build().cypher);
  return { name: root.name, text, parameters, decode, content: text };
}

// Indentation is a fifth of a statement's length. Values are parameters, so no literal contains a line break.
function joinLines(cypher: string): string {
  return cypher.replaceAll(/\n\s*/g, ' ');
}

// Unwinds the batch into one row for each request; a request without a match returns no row. A statement that is never
// batched reads its only request directly.
function unwindBatch(clause: Cypher.Clause, isUnbatched: boolean): Cypher.Clause {
  const requests = isUnbatched
    ? new Cypher.With([Cypher.listIndex(requestList, 0), requestVariable])
    : new Cypher.Unwind([requestList, requestVariable]);
  return Cypher.utils.concat(requests, clause);
}

/** The clauses that return `i` and `data`, and the decoder of the data. */
interface DataClauses {
  readonly clause: Cypher.Clause;
  readonly decode: Decoder;
}

const index = new Cypher.NamedVariable('i');
const data = new Cypher.NamedVariable('data');

function compileRootField(compilation: Compilation, root: SelectedField, entry?: Entry): DataClauses {
  if (entry) {
    compilation.parameters.addEntry(root, entry);
    const { row, rows } = compileEntry(compilation, root, entry);
    return entry.sortColumn ? returnData(rows) : returnSingle(rows, row);
  }
  if (root.name === 'relations')
    return returnData(compileConnection(compilation, root, createRelationsList(compilation, root)));
  if (root.name === 'node') {
    const { clause, value } = compileNode(compilation, root);
    return withClause(clause, returnData(value));
  }
  if (root.name === 'nodes') return returnData(compileNodes(compilation, root));
  if (root.name === '_entities') return returnData(compileEntities(compilation, root));
  const type = getNamedType(root.definition.type);
  const entity = nodeTypeOf(type);
  if (entity !== type)
    return returnData(compileConnection(compilation, root, createRootList(compilation, root, entity.name)));
  if (!isObjectType(type)) throw new TypeError(`Query.${root.name} must return an object type or a connection.`);
  return compileBySlug(compilation, root, type.name);
}

function returnData({ expression, decode }: Value): DataClauses {
  return { decode, clause: new Cypher.Return([requestIndex, index], [expression, data]) };
}

function withClause(clause: Cypher.Clause, rest: DataClauses): DataClauses {
  return { ...rest, clause: Cypher.utils.concat(clause, rest.clause) };
}

// head() follows in a separate clause: inside it, COLLECT could not read the request, because Neo4j takes it for an
// aggregation.
function returnSingle(rows: Value, { decode }: Value): DataClauses {
  const collect = new Cypher.With([requestIndex, index], [rows.expression, data]);
  return withClause(collect, { decode, clause: new Cypher.Return(index, [Cypher.head(data), data]) });
}

function compileBySlug(compilation: Compilation, root: SelectedField, type: string): DataClauses {
  const [node, currentId, prefix] = [new Cypher.Node(), new Cypher.Variable(), entityId(type, '')];
  const id = compilation.parameters.addItem(root, (args) => prefix + String(args['slug']).toLowerCase());
  const withId = new Cypher.With('*', [new Cypher.Raw((env) => buildCurrentId(env.compile(id))), currentId]);
  const pattern = new Cypher.Pattern(node, { labels: ['Entity', type, atlasLabel], properties: { id: currentId } });
  const match = Cypher.utils.concat(withId, new Cypher.Match(pattern));
  return withClause(match, returnData(compilation.compileEntity(root.selection, node)));
}
