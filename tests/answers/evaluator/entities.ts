import { getNamedType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { toConnection } from './connection.js';
import { readDirective, readRelationship, nodeTypeOf } from './directives.js';
import type { Lists } from './lists.js';
import type { MemoryEntity, MemoryGraph, MemoryRelation, Values } from './memory-graph.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** An entity or a relation. */
export type Node = MemoryEntity | MemoryRelation;

/** The fields of a section in its data file. */
interface SectionFields {
  readonly number: string;
  readonly paragraphs: readonly { readonly paragraph: number }[];
}

/** Resolves the fields of entities and relations. */
export class Entities {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly graph: MemoryGraph,
    private readonly lists: Lists,
  ) {}

  /** Returns the value of an entity's field. */
  resolveEntityField(entity: MemoryEntity, field: Field, args: Args): unknown {
    const { name } = field;
    if (name === 'degree') return this.graph.countedSteps(entity, 'ANY').length;
    if (name === 'citations') return this.citationsOf(entity);
    if (name === 'references') return this.graph.fieldsOf(entity).references ?? [];
    if (name === 'statements') return this.statementsOf(entity);
    if (name === 'relations') return toConnection(this.lists.relationsOf(args, entity), args);
    if (readDirective(this.schema, 'cited', field.astNode))
      return toConnection(this.lists.citingEntities(field, args, entity), args);
    const path = readRelationship(this.schema, entity.type, field.astNode);
    const nodeType = nodeTypeOf(getNamedType(field.type));
    if (path && nodeType) return toConnection(this.lists.relatedEntities(field, args, entity, path, nodeType), args);
    // A field that is not a list has at most one related entity by a relation that is not refuted.
    if (path) return this.graph.countedSteps(entity, path.direction, path.type)[0]?.other ?? null;
    // `@property` names the stored property if it differs from the field.
    const property = String(readDirective(this.schema, 'property', field.astNode)?.['name'] ?? name);
    return localize(entity.values, property, args);
  }

  /** Returns the value of a relation's field. */
  resolveRelationField(relation: MemoryRelation, { name }: Field, args: Args): unknown {
    const { id, type, from, to, values } = relation;
    const ownValues: Record<string, unknown> = { id, type, from, to, source: from.id, target: to.id };
    if (name in ownValues) return ownValues[name];
    if (name === 'citations') return this.citationsOf(relation);
    if (name === 'references') return this.graph.fieldsOf(relation).references ?? [];
    if (name !== 'corrections') return localize(values, name, args);
    // Corrections are sorted by id, as all relations are.
    const ids = [values['corrections'] ?? []].flat().map(String);
    return ids.toSorted().map((correction) => this.graph.find(correction));
  }

  // Statements are sorted by property. A section lists its paragraphs, numbered within its chapter.
  private statementsOf(entity: MemoryEntity): object[] {
    const fields = this.graph.fieldsOf(entity);
    const statements = 'statements' in fields ? Object.entries(fields.statements ?? {}) : [];
    return statements
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([property, { basis = 'STATED', status = 'UNCHECKED', note = {}, references = [], citations = [] }]) => ({
        ...{ property, basis, status, references },
        note: ({ lang }: Args) => (lang === 'ZH' ? (note.zh ?? note.en) : (note.en ?? note.zh)) ?? null,
        citations: citations
          .toSorted((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph)
          .map(({ chapter, paragraph }) => ({ chapter, paragraph, section: this.sectionOf(chapter, paragraph) })),
      }));
  }

  private sectionOf(chapter: number, paragraph: number): MemoryEntity | undefined {
    return this.graph.ofType('Section').find((section) => {
      const { number, paragraphs } = this.graph.fieldsOf(section) as unknown as SectionFields;
      return Number.parseInt(number, 10) === chapter && paragraphs.some((one) => one.paragraph === paragraph);
    });
  }

  // Citations are stored as `§<section> ¶<paragraph>` in the article's order; the introduction is chapter 0.
  private citationsOf({ values }: Node): object[] {
    return [values['citations'] ?? []].flat().map((text) => {
      const [, number = '', paragraph] = /^§(\S+) ¶(\d+)/.exec(String(text)) ?? [];
      const section = this.graph.ofType('Section').find((candidate) => candidate.values['number'] === number);
      return { section, chapter: Number.parseInt(number, 10), paragraph: Number(paragraph) };
    });
  }
}

/**
 * Returns a text in the requested language, English by default, or in the other if it is missing; other values
 * unchanged.
 */
export function localize(values: Values, name: string, args: Args): unknown {
  const [en, zh] = [values[name] ?? null, values[`${name}Zh`] ?? null];
  return args['lang'] === 'ZH' ? (zh ?? en) : (en ?? zh);
}
