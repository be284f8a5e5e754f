import { type Problem, problemAt } from '../problem.js';
import { chapterOf, sectionsOf, type SectionRecord } from '../sections.js';
import { type Draft, sectionsAreSound } from './draft.js';

interface Place {
  readonly section: SectionRecord;
  readonly index: number;
  readonly chapter: number;
  readonly paragraph: number;
  readonly line: number;
}

/** Reports paragraphs listed twice, gaps in their numbers, and lines that are not in paragraph order. */
export function paragraphProblems(draft: Draft): Problem[] {
  const places = sectionsOf(draft.model, draft.entities).flatMap(placesOf);
  places.sort((a, b) => a.chapter - b.chapter || a.paragraph - b.paragraph);
  const gapsMatter = sectionsAreSound(draft);
  return places.flatMap((place, position) => {
    const before = places[position - 1];
    return [...repeated(place, before), ...(gapsMatter ? gap(place, before) : []), ...unordered(place, before)];
  });
}

function placesOf(section: SectionRecord): Place[] {
  const chapter = chapterOf(section.fields.number);
  return section.fields.paragraphs.map((row, index) => ({ section, index, chapter, ...row }));
}

function sameChapter(place: Place, before: Place | undefined): Place | undefined {
  return before?.chapter === place.chapter ? before : undefined;
}

function repeated(place: Place, before: Place | undefined): Problem[] {
  const earlier = sameChapter(place, before);
  if (earlier?.paragraph !== place.paragraph) return [];
  const found = `paragraph ${place.paragraph} of chapter ${place.chapter}, which ${earlier.section.id} already lists`;
  return [problemAt(place.section, ['paragraphs', place.index], 'a paragraph that is listed only once', found)];
}

function gap(place: Place, before: Place | undefined): Problem[] {
  const previous = sameChapter(place, before)?.paragraph ?? 0;
  if (place.paragraph === previous || place.paragraph === previous + 1) return [];
  const missing = `paragraph ${previous + 1} of chapter ${place.chapter} in some section`;
  return [problemAt(place.section, ['paragraphs', place.index], missing, `paragraph ${place.paragraph} instead`)];
}

function unordered(place: Place, before: Place | undefined): Problem[] {
  if (before === undefined || place.line > before.line) return [];
  if (sameChapter(place, before)?.paragraph === place.paragraph) return [];
  const expected = `a line after ${before.line}, the line of the previous paragraph`;
  return [problemAt(place.section, ['paragraphs', place.index, 'line'], expected, String(place.line))];
}
