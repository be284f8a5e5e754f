import { citationsWithPaths } from '../supports.js';
import { findType } from '../../model/model.js';
import { paragraphsOf, sectionsOf } from '../sections.js';
import { type Draft, hasValidSections, type Report } from './draft.js';

/** Reports citations of paragraphs that no section lists. */
export function checkCitations(draft: Draft, report: Report): void {
  const { model, entities, relations } = draft;
  // If a section is invalid, every citation of it would be reported too. Report only the section.
  if (!hasValidSections(draft)) return;
  const paragraphs = paragraphsOf(sectionsOf(model, entities));
  const file = findType(model, model.sections?.type ?? '')?.file ?? '';
  for (const record of [...entities, ...relations]) {
    for (const [path, { chapter, paragraph }] of citationsWithPaths(record)) {
      if (paragraphs.get(chapter)?.has(paragraph)) continue;
      const lastParagraph = Math.max(0, ...(paragraphs.get(chapter)?.keys() ?? []));
      const expected = `a paragraph of ${file}.yaml (chapter ${chapter} has ${lastParagraph})`;
      report(record, path, expected, `chapter ${chapter}, paragraph ${paragraph}`);
    }
  }
}
