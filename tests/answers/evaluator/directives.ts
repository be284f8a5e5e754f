import { getDirectiveValues, getNamedType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { declaredStarts } from '../../setup/declared.js';
import type { Way } from './memory-graph.js';

type AstNode = Parameters<typeof getDirectiveValues>[1] | null | undefined;

/** The arguments of a directive where it stands, or undefined. */
export function directiveAt(schema: GraphQLSchema, name: string, node: AstNode): Record<string, unknown> | undefined {
  const definition = schema.getDirective(name);
  return definition && node ? getDirectiveValues(definition, node) : undefined;
}

/** The relation that a field or filter of an entity type follows, and which way. */
export interface Followed {
  readonly type: string;
  readonly way: Way;
  readonly through?: string;
}

/** What `@relationship` says at a field or filter; the way follows from the relation type where it is not said. */
export function followed(schema: GraphQLSchema, entity: string, node: AstNode): Followed | undefined {
  const found = directiveAt(schema, 'relationship', node);
  if (!found) return undefined;
  const { type, direction, through } = found as { type: string; direction?: Way; through?: string };
  return { type, way: direction ?? wayFrom(entity, type), ...(through ? { through } : {}) };
}

/** Which way a relation type is followed from an entity type: to its other end; outwards where it joins a type to itself. */
export function wayFrom(entity: string, relation: string): Way {
  return declaredStarts(relation).includes(entity) ? 'OUT' : 'IN';
}

/** The type of the nodes of a connection, or undefined where the type is none. */
export function listedType(type: GraphQLNamedType): string | undefined {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return undefined;
  const nodes = type.getFields()['nodes'];
  return nodes && getNamedType(nodes.type).name;
}
