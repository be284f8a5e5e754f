import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  print,
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { argumentShape } from './shape.js';
import { nodeType } from './source.js';

/** The parts of a resolver's info that say what was asked for. */
export type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** A field as Neo4j is asked for it: all its occurrences with equal arguments, whatever their aliases. */
export interface SelectedField {
  readonly name: string;
  /** The arguments as written, of `lang` only that it is; equal keys at one type mean the same value. */
  readonly key: string;
  /** Under what its value stands in the parent's row: the name, numbered where several arguments ask for several values. */
  slot: string;
  readonly definition: GraphQLField<unknown, unknown>;
  /** One occurrence, from which the arguments are read. */
  readonly node: FieldNode;
  readonly occurrences: readonly FieldNode[];
  /** The names of all that is asked beside it, itself included, in the order of the answer. */
  readonly siblings: readonly string[];
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether a language is asked for, be it by a variable. */
  readonly isLocalized: boolean;
  readonly selection: Selection;
  /** For a connection, what is asked of its nodes, by `nodes` and by `edges { node }` together. */
  readonly nodes: Selection;
  /** Equal for fields that compile to the same Cypher. */
  readonly signature: string;
}

/** What is asked of each object type that a field can return; empty for a leaf. */
export type Selection = ReadonlyMap<string, readonly SelectedField[]>;

// One for all: most fields are leaves.
const nothing: Selection = new Map();

/** Merges occurrences of fields of one type into what Neo4j is asked for, in an order that the query does not sway. */
function select(request: Request, type: GraphQLNamedType, nodes: readonly FieldNode[]): Selection {
  if (!isCompositeType(type)) return nothing;
  const objects = isAbstractType(type) ? request.schema.getPossibleTypes(type) : [type];
  return new Map(objects.map((object) => [object.name, selectFields(request, object, nodes)]));
}

/** The root field of an operation, as a selected field of `Query`. */
export function selectRoot(request: Request, query: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField {
  const field = selectField(request, query, nodes, []);
  if (!field) throw new TypeError(`Query must define the field it resolves; found ${nodes[0]?.name.value}.`);
  return field;
}

/** A selection's signature: equal for selections that compile to the same Cypher. */
function selectionSignature(selection: Selection): string {
  return [...selection].map(([type, fields]) => `${type}{${fieldsSignature(fields)}}`).join('');
}

/** The signature of the fields asked of one type. */
export function fieldsSignature(fields: readonly SelectedField[]): string {
  return fields.map(({ signature }) => signature).join(' ');
}

/** What is asked of the only object type that a field returns, such as a connection. */
export function fieldsOf(selection: Selection): readonly SelectedField[] {
  const [fields] = selection.values();
  return fields ?? [];
}

/** A field asked for under any alias, or undefined. */
export function findField(fields: readonly SelectedField[], name: string): SelectedField | undefined {
  return fields.find((field) => field.name === name);
}

function selectFields(request: Request, type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField[] {
  const occurrences = new Map<string, FieldNode[]>();
  const fields = collectSubfields(request.schema, request.fragments, request.variableValues, type, nodes);
  for (const node of [...fields.values()].flat()) {
    const key = occurrenceKey(node);
    occurrences.set(key, [...(occurrences.get(key) ?? []), node]);
  }
  const siblings = [...fields.keys()];
  const selected = [...occurrences.values()].flatMap((same) => selectField(request, type, same, siblings) ?? []);
  return selected.sort(bySignature);
}

function selectField(
  request: Request,
  type: GraphQLObjectType,
  occurrences: readonly FieldNode[],
  siblings: readonly string[],
): SelectedField | undefined {
  const node = occurrences[0];
  const definition = node && type.getFields()[node.name.value];
  if (!definition) return undefined; // __typename, which needs nothing of the database
  const args = getArgumentValues(definition, node, request.variableValues);
  const { selection, nodes } = selectBelow(request, getNamedType(definition.type), occurrences);
  const isLocalized = node.arguments?.some(isLanguage) ?? false;
  const signature = `${definition.name}${isLocalized ? ' localized' : ''}(${argumentShape(definition.args, args)})${selectionSignature(selection)}`;
  const name = definition.name;
  return {
    name,
    key: occurrenceKey(node),
    slot: name,
    definition,
    node,
    occurrences,
    siblings,
    args,
    isLocalized,
    selection,
    nodes,
    signature,
  };
}

function selectBelow(
  request: Request,
  type: GraphQLNamedType,
  occurrences: readonly FieldNode[],
): Pick<SelectedField, 'selection' | 'nodes'> {
  const selection = select(request, type, occurrences);
  return { selection, nodes: type === nodeType(type) ? nothing : selectNodes(request, nodeType(type), selection) };
}

function selectNodes(request: Request, type: GraphQLNamedType, selection: Selection): Selection {
  const fields = fieldsOf(selection);
  const edges = fields.filter(({ name }) => name === 'edges').flatMap((edge) => fieldsOf(edge.selection));
  const asked = [...fields.filter(({ name }) => name === 'nodes'), ...edges.filter(({ name }) => name === 'node')];
  const [only, ...others] = asked;
  if (!only) return nothing;
  // The same, not once more: below each list everything would be there twice as often.
  if (others.length === 0) return only.selection;
  const occurrences = asked.flatMap((field) => field.occurrences);
  return select(request, type, occurrences);
}

// Arguments are compared as written, not by value: with other variables the same operation keeps its plan.
// Which language does not count: where one is asked for, a row carries both, and the resolver picks.
function occurrenceKey(node: FieldNode): string {
  const args = (node.arguments ?? []).map((argument) => (isLanguage(argument) ? 'lang' : print(argument)));
  return `${node.name.value}(${args.sort().join()})`;
}

function isLanguage({ name }: ArgumentNode): boolean {
  return name.value === 'lang';
}

function bySignature(a: SelectedField, b: SelectedField): number {
  return a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : 0;
}
