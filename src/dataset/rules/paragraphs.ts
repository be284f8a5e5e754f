import { type Problem, problemAt } from '../problem.js';
import { chapterOf, sectionsOf, type SectionRecord } from '../sections.js';
import { type Draft, hasValidSections } from './draft.js';

interface ListedParagraph {
  readonly section: SectionRecord;
  readonly index: number;
  readonly chapter: number;
  readonly paragraph: number;
  readonly line: number;
}

/** Reports paragraphs listed twice, gaps in their numbers, and lines that are not in paragraph order. */
export function checkParagraphs(draft: Draft): Problem[] {
  const entries = sectionsOf(draft.model, draft.entities).flatMap(listedParagraphsOf);
  entries.sort((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
  const shouldCheckGaps = hasValidSections(draft);
  return entries.flatMap((entry, entryIndex) => {
    const previous = entries[entryIndex - 1];
    return [
      ...checkRepetition(entry, previous),
      ...(shouldCheckGaps ? checkGap(entry, previous) : []),
      ...checkOrder(entry, previous),
    ];
  });
}

function listedParagraphsOf(section: SectionRecord): ListedParagraph[] {
  const chapter = chapterOf(section.fields.number);
  return section.fields.paragraphs.map((row, index) => ({ section, index, chapter, ...row }));
}

function previousInChapter(entry: ListedParagraph, previous: ListedParagraph | undefined): ListedParagraph | undefined {
  return previous?.chapter === entry.chapter ? previous : undefined;
}

function checkRepetition(entry: ListedParagraph, previous: ListedParagraph | undefined): Problem[] {
  const sameEntry = previousInChapter(entry, previous);
  if (sameEntry?.paragraph !== entry.paragraph) return [];
  const found = `paragraph ${entry.paragraph} of chapter ${entry.chapter}, which ${sameEntry.section.id} already lists`;
  return [problemAt(entry.section, ['paragraphs', entry.index], 'a paragraph that is listed only once', found)];
}

function checkGap(entry: ListedParagraph, previous: ListedParagraph | undefined): Problem[] {
  const previousNumber = previousInChapter(entry, previous)?.paragraph ?? 0;
  if (entry.paragraph === previousNumber || entry.paragraph === previousNumber + 1) return [];
  const expected = `paragraph ${previousNumber + 1} of chapter ${entry.chapter} in some section`;
  return [problemAt(entry.section, ['paragraphs', entry.index], expected, `paragraph ${entry.paragraph} instead`)];
}

function checkOrder(entry: ListedParagraph, previous: ListedParagraph | undefined): Problem[] {
  if (previous === undefined || entry.line > previous.line) return [];
  if (previousInChapter(entry, previous)?.paragraph === entry.paragraph) return [];
  const expected = `a line after ${previous.line}, the line of the previous paragraph`;
  return [problemAt(entry.section, ['paragraphs', entry.index, 'line'], expected, String(entry.line))];
}
