import { type Problem, problemAt } from '../problem.js';
import { citationsWithPaths } from '../supports.js';
import { findType } from '../../model/model.js';
import { paragraphsOf, sectionsOf } from '../sections.js';
import { type Draft, hasValidSections } from './draft.js';

/** Reports citations of paragraphs that no section lists. */
export function checkCitations(draft: Draft): Problem[] {
  const { model, entities, relations } = draft;
  // If a section is invalid, every citation of it would be reported too. Report only the section.
  if (!hasValidSections(draft)) return [];
  const paragraphs = paragraphsOf(sectionsOf(model, entities));
  const file = findType(model, model.sections?.type ?? '')?.file ?? '';
  const lastParagraphOf = (chapter: number): number => Math.max(0, ...[...(paragraphs.get(chapter)?.keys() ?? [])]);
  return [...entities, ...relations].flatMap((record) =>
    citationsWithPaths(record).flatMap(([path, { chapter, paragraph }]) => {
      if (paragraphs.get(chapter)?.has(paragraph)) return [];
      const expected = `a paragraph of ${file}.yaml (chapter ${chapter} has ${lastParagraphOf(chapter)})`;
      return [problemAt(record, path, expected, `chapter ${chapter}, paragraph ${paragraph}`)];
    }),
  );
}
