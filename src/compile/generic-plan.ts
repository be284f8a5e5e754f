import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { entityId } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { createFileStatement } from '../neo4j/cypher-file.js';
import type { Statement } from '../neo4j/database.js';
import {
  createCompleteListDecoder,
  createListDecoder,
  createRowDecoder,
  decodeNodes,
  isList,
  storedDecoder,
  type Decoder,
} from './decoding.js';
import { isPresent, pageSize } from './page.js';
import { batchParameters, Parameters } from './parameters.js';
import { createPartCounter, fieldsOf, type SelectedField, type Selection } from './selection.js';
import { fieldSourceOf } from './source.js';
import type { Plan } from './statement.js';

/** The query that operations share, without requests; the header of its file describes the parameters. */
export const sharedQuery: Statement = createFileStatement('entity/read-tree', batchParameters([], {}));

/** How many lists may be nested in that query. */
const maxDepth = 2;

/** What all parts of a description share while it is created. */
interface Description {
  readonly schema: GraphQLSchema;
  readonly parameters: Parameters;
  readonly countParts: (parts: number) => void;
  /** The lists whose page sizes are parameters. */
  readonly pages: SelectedField[];
}

/** The row of an entity: what the query reads, and the decoder of the result. */
interface Row {
  /** The properties of each value. */
  readonly values: readonly (readonly string[])[];
  readonly lists: readonly object[];
  readonly decode: Decoder;
}

/** A value or a list of a row. */
interface Part {
  readonly key: string;
  readonly decode: Decoder;
  readonly properties?: readonly string[];
  readonly list?: object;
}

/**
 * Creates the plan that reads a root field by the query that operations share; undefined unless the field is an entity
 * with only properties and first pages of related entities, in their default order.
 */
export function createGenericPlan(schema: GraphQLSchema, model: Model, root: SelectedField): Plan | undefined {
  const type = getNamedType(root.definition.type).name;
  const isEntity = model.types.length > 1 && model.types.some((entity) => entity.name === type);
  const parameters = new Parameters();
  const description: Description = { schema, parameters, countParts: createPartCounter(), pages: [] };
  const row = isEntity ? createRow(description, root.selection, 0) : undefined;
  if (!row) return undefined;
  const { decode, ...parts } = row;
  parameters.addItem(root, ({ slug }) => ({ type, id: entityId(type, String(slug).toLowerCase()), ...parts }), 'root');
  const { name, text } = sharedQuery;
  return { name, text, parameters, decode, content: JSON.stringify([type, parts]) };
}

function createRow(description: Description, selection: Selection, depth: number): Row | undefined {
  const [[type, fields] = ['', []], ...otherTypes] = selection;
  if (otherTypes.length > 0 || fields.length === 0) return undefined;
  description.countParts(fields.length);
  const parts = fields.map((field) => createValue(description, field) ?? createList(description, field, depth));
  const readable = parts.filter((part) => part !== undefined);
  if (readable.length < parts.length || !isObjectType(description.schema.getType(type))) return undefined;
  const values = readable.flatMap(({ properties }) => (properties ? [properties] : []));
  const lists = readable.flatMap(({ list }) => (list ? [list] : []));
  const inOrder = [...readable.filter(({ list }) => !list), ...readable.filter(({ list }) => list)];
  return {
    values,
    lists,
    decode: createRowDecoder(Object.fromEntries(inOrder.map(({ key, decode }) => [key, decode]))),
  };
}

function createValue({ schema }: Description, { key, definition, isLocalized }: SelectedField): Part | undefined {
  const source = fieldSourceOf(schema, definition);
  if (source.kind !== 'property') return undefined;
  const { property } = source;
  const decode = storedDecoder(definition.type);
  const hasLanguages = definition.args.some(({ name }) => name === 'lang');
  return {
    key,
    properties: hasLanguages ? [property, `${property}Zh`] : [property],
    decode: isLocalized ? decode : (packed) => decode(isList(packed) ? (packed.find(isPresent) ?? null) : null),
  };
}

function createList(description: Description, field: SelectedField, depth: number): Part | undefined {
  const source = fieldSourceOf(description.schema, field.definition);
  const [nodes, ...otherFields] = fieldsOf(field.selection);
  if (source.kind !== 'connection' || nodes?.name !== 'nodes' || otherFields.length > 0 || depth === maxDepth) return;
  const { type, direction, label = 'Entity', through } = source.relationship;
  const { first: _first, within, ...otherArguments } = field.args;
  // Whether the list is neither filtered nor sorted, starts at its beginning, and contains no items of parts.
  const isFirstPage =
    (through === undefined || within !== true) &&
    Object.values(otherArguments).every((value) => !isPresent(value) || (isList(value) && value.length === 0));
  const row = isFirstPage ? createRow(description, nodes.selection, depth + 1) : undefined;
  if (!row) return undefined;
  const { parameters, pages } = description;
  const { values, lists } = row;
  const size = `size${pages.push(field)}`;
  parameters.addItem(field, (args) => BigInt(pageSize(args)), size);
  const decode = decodeNodes(createCompleteListDecoder(createListDecoder(row.decode)));
  return { key: field.key, decode, list: { type, direction, label, size, values, lists } };
}
