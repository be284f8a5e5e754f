import { getNamedType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { connection } from './connection.js';
import { directiveAt, followed, listedType } from './directives.js';
import type { Lists } from './lists.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation, Values } from './memory-graph.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** What an id stands for. */
export type Node = MemoryEntity | MemoryRelation;

/** Gives the values of the fields of entities and relations. */
export class Entities {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
    private readonly lists: Lists,
  ) {}

  /** The value of a field of an entity. */
  ofEntity(entity: MemoryEntity, field: Field, args: Args): unknown {
    const { name } = field;
    // "How many relations it has."
    if (name === 'degree') return this.graph.steps(entity, 'ANY').length;
    if (name === 'citations') return this.citations(entity);
    if (name === 'relations') return connection(this.lists.relations(args, entity), args);
    if (directiveAt(this.schema, 'cited', field.astNode))
      return connection(this.lists.cited(field, args, entity), args);
    const path = followed(this.schema, entity.type, field.astNode);
    const listed = listedType(getNamedType(field.type));
    if (path && listed) return connection(this.lists.related(field, args, entity, path, listed), args);
    // "The region around it.": there is at most one.
    if (path) return this.graph.steps(entity, path.way, path.type)[0]?.other ?? null;
    // "The property that holds the value, if not of the field's name."
    const property = String(directiveAt(this.schema, 'property', field.astNode)?.['name'] ?? name);
    return localized(entity.values, property, args);
  }

  /** The value of a field of a relation. */
  ofRelation(relation: MemoryRelation, { name }: Field, args: Args): unknown {
    const { id, type, from, to, values } = relation;
    const known: Record<string, unknown> = { id, type, from, to, source: from.id, target: to.id };
    if (name in known) return known[name];
    if (name === 'citations') return this.citations(relation);
    if (name !== 'corrections') return localized(values, name, args);
    // "Facts that replace it, where refuted.", by id as all relations.
    const ids = [values['corrections'] ?? []].flat().map(String);
    return ids.toSorted().map((correction) => this.graph.find(correction));
  }

  // "The most specific numbered section", "0 for the introduction", "from 1 within the chapter"; in the article's order.
  private citations({ values }: Node): object[] {
    return [values['citations'] ?? []].flat().map((text) => {
      const [, number = '', paragraph] = /^§(\S+) ¶(\d+)/.exec(String(text)) ?? [];
      const section = this.graph.ofType('Section').find((one) => one.values['number'] === number);
      return { section, chapter: Number.parseInt(number, 10), paragraph: Number(paragraph) };
    });
  }
}

/** A text "in the other language if it must"; English where no language is asked for. Other values are as they are. */
export function localized(values: Values, name: string, args: Args): unknown {
  const [en, zh] = [values[name] ?? null, values[`${name}Zh`] ?? null];
  return args['lang'] === 'ZH' ? (zh ?? en) : (en ?? zh);
}
