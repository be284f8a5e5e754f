import { hash } from 'node:crypto';
import {
  BREAK,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { AtlasError } from '../errors.js';
import { rowKey } from './decoding.js';
import { argumentShape } from './shape.js';

/** The parts of GraphQLResolveInfo that a selection depends on. */
export type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** A request with a cache of its selections, which types share. */
interface SharedRequest extends Request {
  readonly selections: Map<string, Selection>;
  readonly nodeNumbers: Map<FieldNode, number>;
}

/** The fragments of a document, keyed by name. */
export function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** A field of a selection, merged from all its occurrences with equal arguments. */
export interface SelectedField {
  readonly name: string;
  /** The key of its value in the parent's row, computed by rowKey(). */
  readonly key: string;
  readonly definition: GraphQLField<unknown, unknown>;
  /** The first occurrence, from which the arguments are read. */
  readonly node: FieldNode;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the argument `lang` is given, as a literal or by a variable. */
  readonly isLocalized: boolean;
  readonly selection: Selection;
  /** Equal for fields that compile to the same Cypher. */
  readonly signature: string;
}

/** The selected fields of each object type that a field can return, keyed by type name; empty for a leaf. */
export type Selection = ReadonlyMap<string, readonly SelectedField[]>;

/** The selection of a leaf, shared by all leaves. */
export const emptySelection: Selection = new Map();

/** The root field of an operation, as a selected field of `Query`. */
export function selectRoot(request: Request, query: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField {
  const [node] = nodes;
  const definition = node && query.getFields()[node.name.value];
  if (!definition) throw new TypeError(`Query must define the field it resolves; found ${node?.name.value}.`);
  const { schema, fragments, variableValues } = request;
  const shared: SharedRequest = { schema, fragments, variableValues, selections: new Map(), nodeNumbers: new Map() };
  return selectField(shared, definition, definition.name, nodes, node);
}

/** Maximum number of fields and conditions of a statement, because compilation blocks the event loop. */
const maxParts = 2_000;

/** Creates a function that counts the parts of one statement; it throws COST_LIMIT_EXCEEDED above the limit. */
export function createPartCounter(): (parts: number) => void {
  let partCount = 0;
  return (parts) => {
    partCount += parts;
    if (partCount <= maxParts) return;
    throw new AtlasError(
      'COST_LIMIT_EXCEEDED',
      `A root field may select at most ${maxParts} fields and conditions, each counted for every type and part of a ` +
        'list that it is compiled for, and this one has more. Select fewer lists, types and conditions.',
    );
  };
}

/** The selected fields of the only object type that a field returns, such as a connection. */
export function fieldsOf(selection: Selection): readonly SelectedField[] {
  const [fields] = selection.values();
  return fields ?? [];
}

/** Finds a selected field by its name, whatever its alias. */
export function findField(fields: readonly SelectedField[], name: string): SelectedField | undefined {
  return fields.find((field) => field.name === name);
}

/** A signature that is equal for fields of one type that compile to the same Cypher and the same rows. */
export function fieldsSignature(fields: readonly SelectedField[]): string {
  return fields.map(({ key, signature }) => `${key} ${signature}`).join(' ');
}

// Merges occurrences of a field with equal arguments, whatever their aliases, and sorts the fields independently of
// their order in the operation.
function selectFields(request: SharedRequest, type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField[] {
  const fields = collectSubfields(request.schema, request.fragments, request.variableValues, type, nodes);
  const occurrences = new Map<string, FieldNode[]>();
  for (const node of [...fields.values()].flat()) {
    const key = rowKey(node);
    occurrences.set(key, [...(occurrences.get(key) ?? []), node]);
  }
  const selectedFields = [...occurrences].flatMap(([key, sameNodes]) => {
    const definition = sameNodes[0] && type.getFields()[sameNodes[0].name.value];
    // __typename is not read from the database.
    return definition && sameNodes[0] ? [selectField(request, definition, key, sameNodes, sameNodes[0])] : [];
  });
  return selectedFields.sort(compareSignatures);
}

function selectField(
  request: SharedRequest,
  definition: GraphQLField<unknown, unknown>,
  key: string,
  occurrences: readonly FieldNode[],
  node: FieldNode,
): SelectedField {
  const { name } = definition;
  const args = getArgumentValues(definition, node, request.variableValues);
  const selection = select(request, getNamedType(definition.type), occurrences);
  const isLocalized = node.arguments?.some((argument) => argument.name.value === 'lang') ?? false;
  const shape = argumentShape(definition.args, args);
  const signature = `${name}${isLocalized ? ' localized' : ''}(${shape})${selectionSignature(selection)}`;
  return { name, key, definition, node, args, isLocalized, selection, signature };
}

// Cached by type and nodes, because the types of an interface share most nested selections.
function select(request: SharedRequest, type: GraphQLNamedType, nodes: readonly FieldNode[]): Selection {
  if (!isCompositeType(type)) return emptySelection;
  const { schema, selections, nodeNumbers } = request;
  const numbers = nodes.map((node) => {
    const nodeNumber = nodeNumbers.get(node) ?? nodeNumbers.size;
    nodeNumbers.set(node, nodeNumber);
    return nodeNumber;
  });
  const key = `${type.name} ${numbers.join()}`;
  const cachedSelection = selections.get(key);
  if (cachedSelection) return cachedSelection;
  const objectTypes = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const selection = new Map(
    objectTypes.map((objectType) => [objectType.name, selectFields(request, objectType, nodes)]),
  );
  selections.set(key, selection);
  return selection;
}

// Hashed, because the plain signature repeats the fields for each type at each level.
function selectionSignature(selection: Selection): string {
  if (selection.size === 0) return '';
  const types = [...selection].map(
    ([type, fields]) => `${type}{${fields.map(({ signature }) => signature).join(' ')}}`,
  );
  return `{${hash('sha1', types.join(''), 'base64url')}}`;
}

function compareSignatures(a: SelectedField, b: SelectedField): number {
  return a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : 0;
}

/** Whether an AST node contains a node of this kind. */
export function hasNode(part: ASTNode, kind: ASTNode['kind']): boolean {
  let isFound = false;
  const enter = (): typeof BREAK => {
    isFound = true;
    return BREAK;
  };
  visit(part, { [kind]: enter });
  return isFound;
}
