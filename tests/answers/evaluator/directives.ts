import { getDirectiveValues, getNamedType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { declaredStarts } from '../../setup/declared.js';
import type { Way } from './memory-graph.js';

type AstNode = Parameters<typeof getDirectiveValues>[1] | null | undefined;

/** Returns the arguments of a directive on a node; undefined if the node does not have it. */
export function directiveAt(schema: GraphQLSchema, name: string, node: AstNode): Record<string, unknown> | undefined {
  const definition = schema.getDirective(name);
  return definition && node ? getDirectiveValues(definition, node) : undefined;
}

/** The relation type that a field or filter follows, its direction, and the relation type that `through` adds. */
export interface Followed {
  readonly type: string;
  readonly way: Way;
  readonly through?: string;
}

/** Reads `@relationship` of a field or filter; the direction defaults to that of the relation type. */
export function followed(schema: GraphQLSchema, entity: string, node: AstNode): Followed | undefined {
  const found = directiveAt(schema, 'relationship', node);
  if (!found) return undefined;
  const { type, direction, through } = found as { type: string; direction?: Way; through?: string };
  return { type, way: direction ?? wayFrom(entity, type), ...(through ? { through } : {}) };
}

/** Returns the direction from an entity type to the other end of a relation type; OUT if both ends may be this type. */
export function wayFrom(entity: string, relation: string): Way {
  return declaredStarts(relation).includes(entity) ? 'OUT' : 'IN';
}

/** Returns the node type of a connection type; undefined for other types. */
export function listedType(type: GraphQLNamedType): string | undefined {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return undefined;
  const nodes = type.getFields()['nodes'];
  return nodes && getNamedType(nodes.type).name;
}
