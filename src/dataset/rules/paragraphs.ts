import { chapterOf, sectionsOf, type SectionRecord } from '../sections.js';
import { type Draft, hasValidSections, type Report } from './draft.js';

interface ListedParagraph {
  readonly section: SectionRecord;
  readonly index: number;
  readonly chapter: number;
  readonly paragraph: number;
  readonly line: number;
}

/** Reports paragraphs listed twice, gaps in their numbers, and lines that are not in paragraph order. */
export function checkParagraphs(draft: Draft, report: Report): void {
  const entries = sectionsOf(draft.model, draft.entities).flatMap(listedParagraphsOf);
  entries.sort((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
  const shouldCheckGaps = hasValidSections(draft);
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1];
    const sibling = previous?.chapter === entry.chapter ? previous : undefined;
    if (sibling?.paragraph === entry.paragraph) reportRepetition(entry, sibling, report);
    else {
      if (shouldCheckGaps) checkGap(entry, sibling, report);
      checkOrder(entry, previous, report);
    }
  }
}

function listedParagraphsOf(section: SectionRecord): ListedParagraph[] {
  const chapter = chapterOf(section.fields.number);
  return section.fields.paragraphs.map((row, index) => ({ section, index, chapter, ...row }));
}

function reportRepetition(
  { section, index, ...entry }: ListedParagraph,
  sibling: ListedParagraph,
  report: Report,
): void {
  const found = `paragraph ${entry.paragraph} of chapter ${entry.chapter}, which ${sibling.section.id} already lists`;
  report(section, ['paragraphs', index], 'a paragraph that is listed only once', found);
}

function checkGap(
  { section, index, ...entry }: ListedParagraph,
  sibling: ListedParagraph | undefined,
  report: Report,
): void {
  const next = (sibling?.paragraph ?? 0) + 1;
  if (entry.paragraph === next) return;
  const expected = `paragraph ${next} of chapter ${entry.chapter} in some section`;
  report(section, ['paragraphs', index], expected, `paragraph ${entry.paragraph} instead`);
}

function checkOrder(
  { section, index, line }: ListedParagraph,
  previous: ListedParagraph | undefined,
  report: Report,
): void {
  if (previous === undefined || line > previous.line) return;
  const expected = `a line after ${previous.line}, the line of the previous paragraph`;
  report(section, ['paragraphs', index, 'line'], expected, String(line));
}
