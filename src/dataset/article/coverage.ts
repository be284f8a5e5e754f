import type { Citation, Dataset, EntityRecord } from '../record.js';
import { paragraphsOf, sectionsOf } from '../sections.js';
import type { Model } from '../../model/model.js';
import { citationsWithPaths, endsOf, paragraphKeyOf } from '../supports.js';
import type { Article } from './article.js';
import { textNamesOf } from './entity-names.js';
import { findNames } from './names-in-text.js';
import { foldForMention, removeMentions } from './mentions.js';

/** A name in the article that the graph leaves out on purpose. */
export interface Gap {
  /** The name, as the article writes it. */
  readonly term: string;
  /** The paragraphs in which it is accepted; absent if it is accepted in all of them. */
  readonly citations?: readonly Citation[];
  readonly reason: string;
}

/** What the graph has of one paragraph of the article. */
export interface ParagraphCoverage extends Citation {
  /** The line in the article file, counted from 1. */
  readonly line: number;
  /** The ids of the entities that cite the paragraph. */
  readonly entities: readonly string[];
  /** The ids of the facts that cite the paragraph. */
  readonly facts: readonly string[];
  /** The names in the paragraph that no entity of these covers and no gap accepts. */
  readonly uncovered: readonly string[];
  /** The names that a gap accepts. */
  readonly accepted: readonly Gap[];
}

/** Compares each paragraph of the article with the entities and facts that cite it. */
export function measureCoverage(
  model: Model,
  dataset: Dataset,
  article: Article,
  gaps: readonly Gap[],
): ParagraphCoverage[] {
  const citing = indexByParagraph(dataset);
  return [...paragraphsOf(sectionsOf(model, dataset.entities))].flatMap(([chapter, paragraphs]) =>
    [...paragraphs].map(([paragraph, { line }]) => {
      const { entities = [], facts = [], named = [] } = citing.get(paragraphKeyOf({ chapter, paragraph })) ?? {};
      const text = article.lineAt(line) ?? '';
      const names = findUncoveredNames(text, named);
      const accepted = gaps.filter((gap) => accepts(gap, { chapter, paragraph }) && text.includes(gap.term));
      const isAccepted = (name: string): boolean =>
        accepted.some(({ term }) => name.includes(term) || term.includes(name));
      return {
        chapter,
        paragraph,
        line,
        entities,
        facts,
        uncovered: names.filter((name) => !isAccepted(name)),
        accepted,
      };
    }),
  );
}

interface CitingRecords {
  readonly entities: string[];
  readonly facts: string[];
  /** The entities that cite the paragraph, and the ends of the facts that do. */
  readonly named: EntityRecord[];
}

function indexByParagraph({ entities, relations }: Dataset): ReadonlyMap<string, CitingRecords> {
  const index = new Map<string, CitingRecords>();
  const byId = new Map(entities.map((record) => [record.id, record]));
  const at = (citation: Citation): CitingRecords => {
    const key = paragraphKeyOf(citation);
    const records = index.get(key) ?? { entities: [], facts: [], named: [] };
    index.set(key, records);
    return records;
  };
  for (const record of entities) {
    for (const [, citation] of citationsWithPaths(record)) {
      const records = at(citation);
      if (!records.entities.includes(record.id)) records.entities.push(record.id);
      records.named.push(record);
    }
  }
  for (const relation of relations) {
    for (const citation of relation.fields.citations ?? []) {
      at(citation).facts.push(relation.id);
      at(citation).named.push(...endsOf(relation, byId));
    }
  }
  return index;
}

function findUncoveredNames(text: string, named: readonly EntityRecord[]): string[] {
  const remainder = removeMentions(foldForMention(text), named.flatMap(textNamesOf));
  return findNames(text).filter((name) => remainder.includes(foldForMention(name)));
}

function accepts({ citations }: Gap, citation: Citation): boolean {
  return citations === undefined || citations.some((one) => paragraphKeyOf(one) === paragraphKeyOf(citation));
}
