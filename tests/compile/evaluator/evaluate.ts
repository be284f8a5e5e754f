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
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../../src/dataset/record.js';
import { packageRoot } from '../../../src/paths.js';
import { connection } from './connection.js';
import { directiveAt, followed, listedType } from './directives.js';
import { Lists } from './lists.js';
import { MemoryGraph, type MemoryEntity, type MemoryRelation } from './memory-graph.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;
type Node = MemoryEntity | MemoryRelation;

/** The schema as its files have it, without the server's resolvers. */
export function plainSchema(): GraphQLSchema {
  const folder = join(packageRoot, 'schema');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return buildASTSchema(parse(texts.join('\n')));
}

/** Answers operations over the data files by looking through them: slow, plain, and without Neo4j. */
export class Evaluator {
  private readonly graph: MemoryGraph;
  private readonly lists: Lists;

  constructor(
    private readonly schema: GraphQLSchema,
    dataset: Dataset,
  ) {
    this.graph = new MemoryGraph(dataset);
    this.lists = new Lists(schema, this.graph);
  }

  /** Executes an operation. */
  evaluate(query: string, variableValues: Args): ExecutionResult {
    return executeSync({
      schema: this.schema,
      document: parse(query),
      variableValues,
      typeResolver: (value) => ((value as Node).kind === 'relation' ? 'Relation' : (value as MemoryEntity).type),
      fieldResolver: (source, args: Args, context, info) => {
        const field = info.parentType.getFields()[info.fieldName];
        if (field && info.parentType.name === 'Query') return this.root(field, args);
        if (field && isNode(source)) {
          return source.kind === 'entity'
            ? this.ofEntity(source, field, args)
            : this.ofRelation(source, field.name, args);
        }
        return defaultFieldResolver(source, args, context, info);
      },
    });
  }

  private root(field: Field, args: Args): unknown {
    const find = (id: unknown): Node | null => this.graph.find(String(id)) ?? null;
    if (field.name === 'node') return find(args['id']);
    if (field.name === 'nodes') return (args['ids'] as string[]).map(find);
    if (field.name === 'relations') return connection(this.lists.relations(args), args);
    const type = getNamedType(field.type);
    const listed = listedType(type);
    if (listed) return connection(this.lists.root(field, args, listed), args);
    return find(`${type.name}:${String(args['slug']).toLowerCase()}`);
  }

  private ofEntity(entity: MemoryEntity, field: Field, args: Args): unknown {
    const { name } = field;
    if (name === 'degree') return this.graph.steps(entity, 'ANY').length;
    if (name === 'citations') return this.citations(entity);
    if (name === 'relations') return connection(this.lists.relations(args, entity), args);
    if (directiveAt(this.schema, 'cited', field.astNode))
      return connection(this.lists.cited(field, args, entity), args);
    const path = followed(this.schema, entity.type, field.astNode);
    const listed = listedType(getNamedType(field.type));
    if (path && listed) return connection(this.lists.related(field, args, entity, path, listed), args);
    if (path) return this.graph.steps(entity, path.way, path.type)[0]?.other ?? null;
    return valueOf(entity, String(directiveAt(this.schema, 'property', field.astNode)?.['name'] ?? name), args);
  }

  private ofRelation(relation: MemoryRelation, name: string, args: Args): unknown {
    const { id, type, from, to } = relation;
    const known: Record<string, unknown> = { id, type, from, to, source: from.id, target: to.id };
    if (name in known) return known[name];
    if (name === 'citations') return this.citations(relation);
    if (name !== 'corrections') return valueOf(relation, name, args);
    const ids = [relation.values['corrections'] ?? []].flat().map(String);
    return ids.toSorted().map((correction) => this.graph.find(correction));
  }

  private citations({ values }: Node): object[] {
    return [values['citations'] ?? []].flat().map((text) => {
      const [, number = '', paragraph] = /^§(\S+) ¶(\d+)/.exec(String(text)) ?? [];
      const section = this.graph.ofType('Section').find((one) => one.values['number'] === number);
      return { section, chapter: Number.parseInt(number, 10), paragraph: Number(paragraph) };
    });
  }
}

function valueOf({ values }: Node, name: string, args: Args): unknown {
  const [en, zh] = [values[name] ?? null, values[`${name}Zh`] ?? null];
  return args['lang'] === 'ZH' ? (zh ?? en) : (en ?? zh);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'values' in value;
}
