import {
  getDirectiveValues,
  getNamedType,
  isObjectType,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The direction in which a relation is followed: a value of the schema's `Direction` enum. */
export type Direction = 'OUT' | 'IN' | 'ANY';

/** A direction as the pattern builder names it. */
export type Arrow = 'left' | 'right' | 'undirected';

/** The arrow of a value of the schema's `Direction` enum; undirected by default. */
export function arrowOf(direction: unknown): Arrow {
  return direction === 'OUT' ? 'right' : direction === 'IN' ? 'left' : 'undirected';
}

/** The relation that a field or filter follows. */
export interface Relationship {
  readonly type: string;
  readonly direction: Direction;
  /** The relation type between an entity and its parts, from which the relation is followed too. */
  readonly through?: string;
  /** The label of the entities at its other end; absent if the relation type determines it. */
  readonly label?: string;
}

/** How the value of an entity's field is read from Neo4j. */
export type FieldSource =
  | { readonly kind: 'property'; readonly property: string }
  | { readonly kind: DerivedField }
  | { readonly kind: 'cited'; readonly parts?: string }
  | { readonly kind: 'connection' | 'single'; readonly relationship: Relationship };

/** The fields of every entity that are not read from one property unchanged. */
const derivedFields = ['citations', 'degree', 'relations', 'references', 'statements'] as const;
type DerivedField = (typeof derivedFields)[number];

type Field = GraphQLField<unknown, unknown>;

/** Derives the source of an entity's field from its directives. */
export function fieldSourceOf(schema: GraphQLSchema, field: Field): FieldSource {
  const derivedField = derivedFields.find((name) => name === field.name);
  if (derivedField) return { kind: derivedField };
  const citedArguments = readDirective<{ readonly parts?: string }>(schema, 'cited', field.astNode);
  if (citedArguments) return { kind: 'cited', ...citedArguments };
  const relationship = relationshipOf(schema, field.astNode);
  if (relationship) return { kind: isConnection(field) ? 'connection' : 'single', relationship };
  return { kind: 'property', property: propertyNameOf(schema, field) };
}

/** The Neo4j property of a field or condition. */
export function propertyNameOf(
  schema: GraphQLSchema,
  { name, astNode }: { name: string; astNode?: DirectiveHolder },
): string {
  return readDirective<{ readonly name: string }>(schema, 'property', astNode)?.name ?? name;
}

/** The relation that a field or condition follows; undefined if it follows none. */
export function relationshipOf(schema: GraphQLSchema, node: DirectiveHolder): Relationship | undefined {
  return readDirective<Relationship>(schema, 'relationship', node);
}

/** The pattern options of the entity at the other end of a relation. */
export function endOptionsOf({ label }: Relationship): { readonly labels?: string } {
  return label === undefined ? {} : { labels: label };
}

/** The arguments of a directive on a schema node; undefined if the node does not have the directive. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller passes the result type
export function readDirective<T>(schema: GraphQLSchema, name: string, node: DirectiveHolder): T | undefined {
  const definition = schema.getDirective(name);
  if (!definition) throw new TypeError(`The schema must define the directive @${name}, found none.`);
  if (!node) return undefined;
  const argumentsByDirective = directiveArguments.get(node) ?? new Map<GraphQLDirective, unknown>();
  if (!argumentsByDirective.has(definition)) argumentsByDirective.set(definition, getDirectiveValues(definition, node));
  directiveArguments.set(node, argumentsByDirective);
  // Schema validation has checked the types of these arguments.
  return argumentsByDirective.get(definition) as T | undefined;
}

/** Caches the arguments of directives, which are read once for each condition of a statement. */
const directiveArguments = new WeakMap<object, Map<GraphQLDirective, unknown>>();

type DirectiveHolder = Parameters<typeof getDirectiveValues>[1] | null | undefined;

function isConnection(field: Field): boolean {
  const returnType = getNamedType(field.type);
  return nodeTypeOf(returnType) !== returnType;
}

/** The node type of a connection, or the type itself if it is not a connection. */
export function nodeTypeOf(type: GraphQLNamedType): GraphQLNamedType {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return type;
  const nodes = type.getFields()['nodes'];
  return nodes ? getNamedType(nodes.type) : type;
}
