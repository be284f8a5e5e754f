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
import { declaredTypes } from '../../setup/declared.js';
import type { Dataset } from '../../../src/dataset/record.js';
import { connection, isConnection } from './connection.js';
import { listedType } from './directives.js';
import { Entities, localized, type Node } from './entities.js';
import { Groups } from './groups.js';
import { Lists } from './lists.js';
import { MemoryGraph, type Values } from './memory-graph.js';
import { WholeGraphs } from './whole-graphs.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** An operation of a document, with values of its variables. */
export interface EvaluatedRequest {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Args;
}

/** The schema that the model expands to, without the server's resolvers. */
export function plainSchema(): GraphQLSchema {
  return buildASTSchema(parse(expandModel(projectModel(), readBaseFiles())));
}

/**
 * Answers operations over the data files by looking through them: slow, plain, and without Neo4j. What GraphQL itself
 * prescribes, such as defaults, coercion, fragments and directives, graphql-js does here; what the schema's words and
 * directives say, the files beside this one.
 */
export class Evaluator {
  private readonly graph: MemoryGraph;
  private readonly lists: Lists;
  private readonly entities: Entities;
  private readonly groups: Groups;
  private readonly wholes: WholeGraphs;
  private readonly answers = new WeakMap<EvaluatedRequest, ExecutionResult>();

  constructor(
    private readonly schema: GraphQLSchema,
    dataset: Dataset,
  ) {
    this.graph = new MemoryGraph(dataset);
    this.lists = new Lists(schema, this.graph);
    this.entities = new Entities(schema, this.graph, this.lists);
    this.groups = new Groups(schema, this.graph);
    this.wholes = new WholeGraphs(this.graph);
  }

  /** The answer to a request, found once for each request object. */
  answer(request: EvaluatedRequest): ExecutionResult {
    const known = this.answers.get(request);
    if (known) return known;
    const answer = this.execute(request);
    this.answers.set(request, answer);
    return answer;
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
        if (!field) throw new Error(`${info.parentType.name} must have ${info.fieldName}.`);
        if (info.parentType.name === 'Query') return this.root(field, args);
        if (isConnection(source) && field.name === 'groups') {
          const listed = info.parentType.name.replace(/Connection$/, '');
          return this.groups.of(source, listed, field, String(args['by']));
        }
        if (info.parentType.name === 'Dataset' && field.name === 'title')
          return localized(this.graph.about, 'title', args);
        if (!isNode(source)) return defaultFieldResolver(source, args, context, info);
        if (source.kind === 'entity') return this.entities.ofEntity(source, field, args);
        return this.entities.ofRelation(source, field, args);
      },
    });
  }

  private root(field: Field, args: Args): unknown {
    const find = (id: unknown): Node | null => this.graph.find(String(id)) ?? null;
    switch (field.name) {
      // "The entity or relation with this id, or null."
      case 'node':
        return find(args['id']);
      // "Entities and relations in the order of the ids, null for unknown ones."
      case 'nodes':
        return (args['ids'] as string[]).map(find);
      case 'relations':
        return connection(this.lists.relations(args), args);
      case 'dataset':
        return this.dataset();
      case 'graph':
        return this.wholes.graphOf(args);
      case 'neighborhood':
      case 'between':
      case 'paths':
      case 'similar':
        return this.wholes[field.name](args);
      default:
        return this.ofType(field, args);
    }
  }

  private ofType(field: Field, args: Args): unknown {
    const type = getNamedType(field.type);
    const listed = listedType(type);
    if (listed) return connection(this.lists.root(field, args, listed), args);
    // "By slug.", which is in small letters and compared as all texts are, ignoring case.
    return this.graph.find(`${type.name}:${String(args['slug']).toLowerCase()}`) ?? null;
  }

  // "What is loaded.": "entities in all", "relations in all", "entities of each type" in the order of EntityType.
  private dataset(): Values | object {
    const { entities, relations, about } = this.graph;
    const types = declaredTypes.map((type) => ({ type: type.toUpperCase(), count: this.graph.ofType(type).length }));
    return { ...about, nodeCount: entities.length, linkCount: relations.length, types };
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'values' in value;
}
