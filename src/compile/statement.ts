import { createHash } from 'node:crypto';
import Cypher from '@neo4j/cypher-builder';
import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { entityId, type EntityType } from '../entity/entity-types.js';
import type { Compilation } from './compilation.js';
import { connectionRow } from './connection.js';
import { entityRow } from './entity.js';
import { entryRows, type Entries, type Entry } from './entry.js';
import { relationsList } from './lists/relations-list.js';
import { rootList } from './lists/root-list.js';
import { Parameters, requestList, type BoundParameters } from './parameters.js';
import { relationRow } from './relation.js';
import { nodeRow, nodesRow } from './node.js';
import { selectRoot, type SelectedField } from './selection.js';
import { assignSlots, type Slots } from './slots.js';
import { nodeType } from './source.js';
import type { Read } from './reading.js';
import type { Value } from './value.js';

/** What a root field compiles to: one statement that answers a batch of requests, and how one request fills it. */
export interface Plan {
  /** The root field's name, for Neo4j's query log. */
  readonly name: string;
  /** Takes what `sentAlong` makes; returns `i`, the place of a request among those, and its packed `data`. */
  readonly text: string;
  /** Equal for plans of the same text, and short. */
  readonly digest: string;
  readonly slots: Slots;
  bind(variables: Readonly<Record<string, unknown>>): BoundParameters;
  /** The row that packed data stands for; null where there is none. */
  readonly read: Read;
  /** Whether the row is word for word the answer. */
  readonly isVerbatim: boolean;
  /** Whether the statement interprets rows: then it answers operations that ask for other ones too. */
  readonly isInterpreted: boolean;
}

/**
 * Compiles a root field with all that is selected below it, into a statement of its own or, where it interprets, into one
 * that differing selections share.
 */
export function compileRoot(info: GraphQLResolveInfo, entries: Entries, interprets = false): Plan {
  const root = selectRoot(info, info.parentType, info.fieldNodes);
  const slots = assignSlots(root);
  const parameters = new Parameters();
  const compilation: Compilation = {
    schema: info.schema,
    request: info,
    parameters,
    interprets,
    entity: (selection, node) => entityRow(compilation, selection, node),
    relation: (fields, relationship) => relationRow(compilation, fields, relationship),
  };
  const entry = entries.get(root.name);
  const isAlone = entry !== undefined && entry.travel === undefined;
  const { clause, read, isVerbatim = false } = answer(compilation, root, entry);
  const text = onOneLine(batched(parameters, clause, isAlone).build().cypher);
  return {
    name: root.name,
    text,
    digest: createHash('sha1').update(text).digest('base64url'),
    slots,
    bind: (variables) => parameters.bind(variables),
    read,
    isVerbatim: isVerbatim && slots.size === 0,
    isInterpreted: parameters.isInterpreted,
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

/** The clauses that return `i` and `data`, and how the data is read. */
interface Answer extends Omit<Value, 'expression'> {
  readonly clause: Cypher.Clause;
}

const index = new Cypher.NamedVariable('i');
const data = new Cypher.NamedVariable('data');

function answer(compilation: Compilation, root: SelectedField, entry?: Entry): Answer {
  if (entry) {
    compilation.parameters.entry(root, entry);
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
  return bySlug(compilation, root, type.name as EntityType); // what has a slug is one
}

function returned({ expression, ...found }: Value): Answer {
  return { ...found, clause: new Cypher.Return(index, [expression, data]) };
}

// Inside of head() the rows could name no parameter of the request: Neo4j takes their COLLECT for an aggregation.
function onlyOne(rows: Value, { read, isVerbatim }: Value): Answer {
  const listed = new Cypher.With(index, [rows.expression, data]);
  const only = new Cypher.Return(index, [Cypher.head(data), data]);
  return { clause: Cypher.utils.concat(listed, only), read, isVerbatim };
}

function bySlug(compilation: Compilation, root: SelectedField, type: EntityType): Answer {
  const node = new Cypher.Node();
  const { parameters } = compilation;
  const value = parameters.item(root, (args) => {
    const slug = String(args['slug']).toLowerCase();
    return parameters.isInterpreted ? entityId(type, slug) : slug;
  });
  const { clause, ...found } = returned(compilation.entity(root.selection, node));
  // By its id, an entity of any type is found by the same text.
  const [labels, key] = parameters.isInterpreted ? ['Entity', 'id'] : [type, 'slug'];
  const match = new Cypher.Match(new Cypher.Pattern(node, { labels })).where(Cypher.eq(node.property(key), value));
  return { ...found, clause: Cypher.utils.concat(match, clause) };
}
