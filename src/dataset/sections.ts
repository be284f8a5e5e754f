import type { Model } from '../model/model.js';
import type { EntityRecord } from './record.js';

/** A chapter or section of the article, with the paragraphs that are its own. */
export interface SectionRecord extends EntityRecord {
  readonly fields: EntityRecord['fields'] & {
    readonly number: string;
    readonly paragraphs: readonly { readonly paragraph: number; readonly line: number }[];
  };
}

/** A paragraph of the article: the section it belongs to and its line. */
export interface Paragraph {
  readonly section: SectionRecord;
  readonly line: number;
}

/** The paragraphs of the article by chapter and number; where two sections claim one, the first has it. */
export type Paragraphs = ReadonlyMap<number, ReadonlyMap<number, Paragraph>>;

/** Whether a record is a section of the article, which the JSON Schema has then given its number and paragraphs. */
export function isSection({ sections }: Model, record: EntityRecord): record is SectionRecord {
  return record.type === sections?.type;
}

/** The sections among entities; none where the model has no type for them. */
export function sectionsOf(model: Model, entities: readonly EntityRecord[]): SectionRecord[] {
  return entities.filter((record): record is SectionRecord => isSection(model, record));
}

/** Gathers the paragraphs that the sections list. */
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

/** The chapter of a section: the first part of its number. */
export function chapterOf(number: string): number {
  return Number.parseInt(number, 10);
}
