import type { Model } from '../model/model.js';
import type { EntityRecord } from './record.js';

/** A chapter or section of the article, with its paragraphs except those of its subsections. */
export interface SectionRecord extends EntityRecord {
  readonly fields: EntityRecord['fields'] & {
    readonly number: string;
    readonly paragraphs: readonly { readonly paragraph: number; readonly line: number }[];
  };
}

/** A paragraph of the article: its section and its line, counted from 1. */
export interface Paragraph {
  readonly section: SectionRecord;
  readonly line: number;
}

/** The paragraphs of the article by chapter and number. If two sections list the same one, the first wins. */
export type Paragraphs = ReadonlyMap<number, ReadonlyMap<number, Paragraph>>;

/** Whether a valid record is a section of the article. The JSON Schema then guarantees `number` and `paragraphs`. */
export function isSection({ sections }: Model, record: EntityRecord): record is SectionRecord {
  return record.type === sections?.type;
}

/** The entities that are sections; none if the model has no section type. */
export function sectionsOf(model: Model, entities: readonly EntityRecord[]): SectionRecord[] {
  return entities.filter((record): record is SectionRecord => isSection(model, record));
}

/** Indexes the paragraphs that the sections list. */
export function paragraphsOf(sections: readonly SectionRecord[]): Paragraphs {
  const chapters = new Map<number, Map<number, Paragraph>>();
  for (const section of sections) {
    const chapter = chapterOf(section.fields.number);
    const paragraphs = chapters.get(chapter) ?? new Map<number, Paragraph>();
    chapters.set(chapter, paragraphs);
    for (const { paragraph, line } of section.fields.paragraphs) {
      if (!paragraphs.has(paragraph)) paragraphs.set(paragraph, { section, line });
    }
  }
  return chapters;
}

/** The number of the section that stands for the whole article. */
export const wholeArticle = 'article';

/** The chapter of a section: the first part of its number, such as 2 of `2.10`. */
export function chapterOf(number: string): number {
  return Number.parseInt(number, 10);
}
