import {
  getDirectiveValues,
  getNamedType,
  isObjectType,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Which way a relation is followed, as the `Direction` enum of the schema names it. */
export type Direction = 'OUT' | 'IN' | 'ANY';

/** The relation that a field or filter follows; `through` also follows it from the entity's parts. */
export interface Relationship {
  readonly type: string;
  readonly direction: Direction;
  readonly through?: string;
  /** The label of the entities that it leads to, where the relation type leads to others too. */
  readonly label?: string;
}

/** Where the value of an entity's field comes from in Neo4j. */
export type FieldSource =
  | { readonly kind: 'property'; readonly property: string }
  | { readonly kind: 'citations' | 'degree' | 'relations' }
  | { readonly kind: 'cited'; readonly parts?: string }
  | { readonly kind: 'connection' | 'single'; readonly relationship: Relationship };

type Field = GraphQLField<unknown, unknown>;

/** Reads from the schema's directives where an entity's field gets its value. */
export function fieldSource(schema: GraphQLSchema, field: Field): FieldSource {
  if (field.name === 'citations' || field.name === 'degree' || field.name === 'relations') return { kind: field.name };
  const cited = directive<{ readonly parts?: string }>(schema, 'cited', field.astNode);
  if (cited) return { kind: 'cited', ...cited };
  const relationship = relationshipOf(schema, field.astNode);
  if (relationship) return { kind: isConnection(field) ? 'connection' : 'single', relationship };
  return { kind: 'property', property: storedName(schema, field) };
}

/** The property that stores the value of a field or condition. */
export function storedName(
  schema: GraphQLSchema,
  { name, astNode }: { name: string; astNode?: DirectiveHolder },
): string {
  return directive<{ readonly name: string }>(schema, 'property', astNode)?.name ?? name;
}

/** The relation that a field or a condition follows, or undefined where it follows none. */
export function relationshipOf(schema: GraphQLSchema, node: DirectiveHolder): Relationship | undefined {
  return directive<Relationship>(schema, 'relationship', node);
}

/** What the pattern of a relation says of the entity that it leads to. */
export function endOf({ label }: Relationship): { readonly labels?: string } {
  return label === undefined ? {} : { labels: label };
}

/** The arguments of a directive at a place of the schema, or undefined where it does not stand there. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the directive's type
export function directive<T>(schema: GraphQLSchema, name: string, node: DirectiveHolder): T | undefined {
  const definition = schema.getDirective(name);
  if (!definition) throw new TypeError(`The schema must define @${name}; found no such directive.`);
  if (!node) return undefined;
  const known = argumentsAt.get(node) ?? new Map<GraphQLDirective, unknown>();
  if (!known.has(definition)) known.set(definition, getDirectiveValues(definition, node));
  argumentsAt.set(node, known);
  // The schema's own validation has typed these arguments; the cast names that type.
  return known.get(definition) as T | undefined;
}

/** The arguments of directives by where they stand: a statement of many conditions asks for the same ones again and again. */
const argumentsAt = new WeakMap<object, Map<GraphQLDirective, unknown>>();

type DirectiveHolder = Parameters<typeof getDirectiveValues>[1] | null | undefined;

function isConnection(field: Field): boolean {
  const returned = getNamedType(field.type);
  return nodeType(returned) !== returned;
}

/** The entity type that a connection lists, or the type itself where it is no connection. */
export function nodeType(type: GraphQLNamedType): GraphQLNamedType {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return type;
  const nodes = type.getFields()['nodes'];
  return nodes ? getNamedType(nodes.type) : type;
}
