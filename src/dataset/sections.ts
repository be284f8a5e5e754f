import { type EntityRecord, isOfType, type RecordOf } from './record.js';

/** A paragraph of the article: the section it belongs to and its line. */
export interface Paragraph {
  readonly section: RecordOf<'Section'>;
  readonly line: number;
}

/** The paragraphs of the article by chapter and number; where two sections claim one, the first has it. */
export type Paragraphs = ReadonlyMap<number, ReadonlyMap<number, Paragraph>>;

/** Gathers the paragraphs that the sections list. */
export function paragraphsOf(entities: readonly EntityRecord[]): Paragraphs {
  const chapters = new Map<number, Map<number, Paragraph>>();
  for (const section of entities.filter(isOfType('Section'))) {
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
