import { sectionsOf, wholeArticle } from '../sections.js';
import { findUnrefuted, type Draft, type Report } from './draft.js';

/** Reports sections whose parent section contradicts their number. */
export function checkSectionParents(draft: Draft, report: Report): void {
  const { model, entities } = draft;
  const numbers = new Map(sectionsOf(model, entities).map(({ id, fields }) => [id, fields.number]));
  for (const relation of findUnrefuted(draft, model.sections?.partOf)) {
    const [partNumber, parentNumber] = [numbers.get(relation.from), numbers.get(relation.to)];
    if (partNumber === undefined || parentNumber === undefined || relation.from === relation.to) continue;
    const expectedParent = partNumber.split('.').slice(0, -1).join('.') || wholeArticle;
    if (expectedParent === parentNumber && partNumber !== wholeArticle) continue;
    const expected =
      partNumber === wholeArticle
        ? 'no parent section of the whole article'
        : `section ${expectedParent} as the parent of section ${partNumber}`;
    report(relation, ['to'], expected, `section ${parentNumber}`);
  }
}
