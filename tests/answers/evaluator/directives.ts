import { getDirectiveValues, getNamedType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { declaredSourceTypes } from '../../setup/declared-model.js';
import type { Direction } from './memory-graph.js';

type AstNode = Parameters<typeof getDirectiveValues>[1] | null | undefined;

/** Returns the arguments of a directive on a node; undefined if the node does not have it. */
export function readDirective(schema: GraphQLSchema, name: string, node: AstNode): Record<string, unknown> | undefined {
  const definition = schema.getDirective(name);
  return definition && node ? getDirectiveValues(definition, node) : undefined;
}

/** The relation type that a field or filter follows, its direction, and the relation type that `through` adds. */
export interface RelationshipPath {
  readonly type: string;
  readonly direction: Direction;
  readonly through?: string;
}

/** Reads `@relationship` of a field or filter; the direction defaults to that of the relation type. */
export function readRelationship(schema: GraphQLSchema, entity: string, node: AstNode): RelationshipPath | undefined {
  const directiveArgs = readDirective(schema, 'relationship', node);
  if (!directiveArgs) return undefined;
  const { type, direction, through } = directiveArgs as { type: string; direction?: Direction; through?: string };
  return { type, direction: direction ?? directionFrom(entity, type), ...(through ? { through } : {}) };
}

/** Returns the direction from an entity type to the other end of a relation type; OUT if both ends may be this type. */
export function directionFrom(entity: string, relation: string): Direction {
  return declaredSourceTypes(relation).includes(entity) ? 'OUT' : 'IN';
}

/** Returns the node type of a connection type; undefined for other types. */
export function nodeTypeOf(type: GraphQLNamedType): string | undefined {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return undefined;
  const nodes = type.getFields()['nodes'];
  return nodes && getNamedType(nodes.type).name;
}
