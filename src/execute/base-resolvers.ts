import { isEnumType, type GraphQLSchema } from 'graphql';
import { datasetResolvers } from '../dataset/resolvers.js';
import { graphResolvers } from '../graph/resolvers.js';
import { typeNameOf } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { modelRootResolvers } from '../model/resolvers.js';
import { searchResolvers } from '../search/resolvers.js';
import type { PartialResolvers } from './partial-resolvers.js';
import { readRootField, text } from './resolvers.js';
import type { NodeRow } from './rows.js';

/** The resolvers that every model has: root fields, fields with arguments, and the type resolvers of interfaces. */
export function baseResolvers(model: Model) {
  const dataset = datasetResolvers(model);
  const graph = graphResolvers(model);
  const description = modelRootResolvers(model);
  return {
    ...dataset,
    ...graph,
    ...searchResolvers,
    ...description,
    Query: {
      ...dataset.Query,
      ...graph.Query,
      ...searchResolvers.Query,
      ...description.Query,
      node: readRootField,
      nodes: readRootField,
      relations: readRootField,
      paths: readRootField,
      similar: readRootField,
    },
    Entity: { __resolveType: ({ id }) => typeNameOfRow(id) },
    Node: { __resolveType: resolveNodeType },
    Relation: { note: text('note') },
    PropertyStatement: { note: text('note') },
  } satisfies PartialResolvers;
}

/** Resolves the type of an entity or a relation by its id. */
export function resolveNodeType({ id }: NodeRow, _context: unknown, { schema }: { schema: GraphQLSchema }): string {
  return isRelationId(schema, id) ? 'Relation' : typeNameOfRow(id);
}

// graphql-jit sends no response if a type resolver throws. An unknown type name is an error of the field.
function typeNameOfRow(id: unknown): string {
  return typeof id === 'string' ? typeNameOf(id) : '';
}

function isRelationId(schema: GraphQLSchema, id: unknown): boolean {
  const relationTypes = schema.getType('RelationType');
  return isEnumType(relationTypes) && relationTypes.getValue(typeNameOfRow(id)) !== undefined;
}
