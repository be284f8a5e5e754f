import {
  buildASTSchema,
  defaultFieldResolver,
  executeSync,
  getNamedType,
  parse,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { expandModel } from '../../../src/model/expand/expand-model.js';
import { projectModel } from '../../../src/model/project-model.js';
import { readBaseFiles } from '../../../src/model/read-model.js';
import { declaredTypes } from '../../setup/declared-model.js';
import type { Dataset } from '../../../src/dataset/record.js';
import { toConnection, isConnection } from './connection.js';
import { nodeTypeOf } from './directives.js';
import { Entities, localize, type Node } from './entities.js';
import { Groups } from './groups.js';
import { Lists } from './lists.js';
import { MemoryGraph, type Values } from './memory-graph.js';
import { GraphQueries } from './graph-queries.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** An operation of a document, and the values of its variables. */
export interface EvaluatedRequest {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Args;
}

/** Builds the schema of the model without the server's resolvers. */
export function buildModelSchema(): GraphQLSchema {
  return buildASTSchema(parse(expandModel(projectModel(), readBaseFiles())));
}

/**
 * Executes operations by linear search in the data files, without Neo4j: a slow and simple reference implementation.
 * graphql-js implements the GraphQL specification: defaults, coercion, fragments and directives. The other files of
 * this directory implement the descriptions and directives of the schema.
 */
export class Evaluator {
  private readonly graph: MemoryGraph;
  private readonly lists: Lists;
  private readonly entities: Entities;
  private readonly groups: Groups;
  private readonly graphQueries: GraphQueries;
  private readonly responses = new WeakMap<EvaluatedRequest, ExecutionResult>();

  constructor(
    private readonly schema: GraphQLSchema,
    dataset: Dataset,
  ) {
    this.graph = new MemoryGraph(dataset);
    this.lists = new Lists(schema, this.graph);
    this.entities = new Entities(schema, this.graph, this.lists);
    this.groups = new Groups(schema, this.graph);
    this.graphQueries = new GraphQueries(this.graph);
  }

  /** Returns the response to a request; cached for each request object. */
  evaluate(request: EvaluatedRequest): ExecutionResult {
    const cached = this.responses.get(request);
    if (cached) return cached;
    const response = this.execute(request);
    this.responses.set(request, response);
    return response;
  }

  private execute({ query, variables: variableValues, operationName }: EvaluatedRequest): ExecutionResult {
    return executeSync({
      schema: this.schema,
      document: parse(query),
      operationName,
      variableValues,
      typeResolver: (value) => ((value as Node).kind === 'relation' ? 'Relation' : (value as Node).type),
      fieldResolver: (source, args: Args, context, info) => {
        const field = info.parentType.getFields()[info.fieldName];
        if (!field) throw new Error(`Expected the field ${info.fieldName} on ${info.parentType.name}.`);
        if (info.parentType.name === 'Query') return this.resolveRootField(field, args);
        if (isConnection(source) && field.name === 'groups') {
          const nodeType = info.parentType.name.replace(/Connection$/, '');
          return this.groups.groupsOf(source, nodeType, field, String(args['by']));
        }
        if (info.parentType.name === 'Dataset' && ['title', 'writtenOnNote'].includes(field.name))
          return localize(this.graph.about, field.name, args);
        if (!isNode(source)) return defaultFieldResolver(source, args, context, info);
        if (source.kind === 'entity') return this.entities.resolveEntityField(source, field, args);
        return this.entities.resolveRelationField(source, field, args);
      },
    });
  }

  private resolveRootField(field: Field, args: Args): unknown {
    const find = (id: unknown): Node | null => this.graph.find(String(id)) ?? null;
    switch (field.name) {
      case 'node':
        return find(args['id']);
      case 'nodes':
        return (args['ids'] as string[]).map(find);
      case 'relations':
        return toConnection(this.lists.relationsOf(args), args);
      case 'dataset':
        return this.resolveDataset();
      case 'graph':
        return this.graphQueries.graphOf(args);
      case 'neighborhood':
      case 'between':
      case 'paths':
      case 'similar':
        return this.graphQueries[field.name](args);
      default:
        return this.resolveByType(field, args);
    }
  }

  private resolveByType(field: Field, args: Args): unknown {
    const type = getNamedType(field.type);
    const nodeType = nodeTypeOf(type);
    if (nodeType) return toConnection(this.lists.entitiesOfType(field, args, nodeType), args);
    // Slugs are lowercase and compared ignoring case.
    const entity = this.graph.find(`${type.name}:${String(args['slug']).toLowerCase()}`);
    return entity?.type === type.name ? entity : null;
  }

  // The types have the order of the enum EntityType.
  private resolveDataset(): Values | object {
    const { entities, relations, about } = this.graph;
    const types = declaredTypes.map((type) => ({ type: type.toUpperCase(), count: this.graph.ofType(type).length }));
    return { ...about, nodeCount: entities.length, linkCount: relations.length, types };
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'values' in value;
}
