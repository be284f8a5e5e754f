import {
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { endTypes, isRelationType } from '../relation/relation-types.js';

/** Which way a relation is followed, as the `Direction` enum of the schema names it. */
export type Direction = 'OUT' | 'IN' | 'ANY';

/** The relation that a field or filter follows; `through` also follows it from the entity's parts. */
export interface Relationship {
  readonly type: string;
  readonly direction: Direction;
  readonly through?: string;
}

/** Where the value of an entity's field comes from in Neo4j. */
export type FieldSource =
  | { readonly kind: 'property'; readonly property: string }
  | { readonly kind: 'citations' | 'degree' | 'relations' | 'cited' }
  | { readonly kind: 'connection' | 'single'; readonly relationship: Relationship; readonly label?: string };

type Field = GraphQLField<unknown, unknown>;

/** Reads from the schema's directives where an entity's field gets its value. */
export function fieldSource(schema: GraphQLSchema, parent: GraphQLNamedType, field: Field): FieldSource {
  if (field.name === 'citations' || field.name === 'degree' || field.name === 'relations') return { kind: field.name };
  if (hasDirective(schema, 'cited', field.astNode)) return { kind: 'cited' };
  const relationship = relationshipOf(schema, parent.name, field.astNode);
  if (relationship) return relatedSource(schema, parent, field, relationship);
  const property = directive<{ name: string }>(schema, 'property', field.astNode)?.name ?? field.name;
  return { kind: 'property', property };
}

/** The relation that a field or an input field of an entity type follows, or undefined where it follows none. */
export function relationshipOf(schema: GraphQLSchema, entity: string, node: DirectiveHolder): Relationship | undefined {
  const found = directive<Omit<Relationship, 'direction'> & { direction?: Direction }>(schema, 'relationship', node);
  return found && { ...found, direction: found.direction ?? directionFrom(entity, found.type) };
}

/** Which way a relation type is followed from an entity type; OUT where it joins the type to itself. */
export function directionFrom(entity: string, relation: string): Direction {
  if (!isRelationType(relation)) throw new TypeError(`@relationship must name a relation type, found ${relation}.`);
  return endTypes(relation, 'from').some((type) => type === entity) ? 'OUT' : 'IN';
}

/** The arguments of a directive at a place of the schema, or undefined where it does not stand there. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the directive's type
export function directive<T>(schema: GraphQLSchema, name: string, node: DirectiveHolder): T | undefined {
  const definition = schema.getDirective(name);
  if (!definition) throw new TypeError(`The schema must define @${name}; found no such directive.`);
  // The schema's own validation has typed these arguments; the cast names that type.
  return node ? (getDirectiveValues(definition, node) as T | undefined) : undefined;
}

type DirectiveHolder = Parameters<typeof getDirectiveValues>[1] | null | undefined;

function hasDirective(schema: GraphQLSchema, name: string, node: DirectiveHolder): boolean {
  return directive(schema, name, node) !== undefined;
}

function relatedSource(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: Field,
  relationship: Relationship,
): FieldSource {
  const returned = getNamedType(field.type);
  const target = nodeType(returned);
  const kind = target === returned ? 'single' : 'connection';
  const label = needsLabel(schema, parent, relationship) && isObjectType(target) ? { label: target.name } : {};
  return { kind, relationship, ...label };
}

/** The entity type that a connection lists, or the type itself where it is no connection. */
export function nodeType(type: GraphQLNamedType): GraphQLNamedType {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return type;
  const nodes = type.getFields()['nodes'];
  return nodes ? getNamedType(nodes.type) : type;
}

// A label in a pattern costs planning time, so it is written only where the relation leads to several types.
function needsLabel(schema: GraphQLSchema, parent: GraphQLNamedType, { type, direction }: Relationship): boolean {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return false;
  const targets = Object.values(parent.getFields()).flatMap((field) => {
    const other = relationshipOf(schema, parent.name, field.astNode);
    return other?.type === type && other.direction === direction ? [nodeType(getNamedType(field.type)).name] : [];
  });
  return new Set(targets).size > 1;
}
