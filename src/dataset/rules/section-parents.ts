import { type Problem, problemAt } from '../problem.js';
import { sectionsOf, wholeArticle } from '../sections.js';
import { findUnrefuted, type Draft } from './draft.js';

/** Reports sections whose parent section contradicts their number. */
export function checkSectionParents(draft: Draft): Problem[] {
  const { model, entities } = draft;
  const numbers = new Map(sectionsOf(model, entities).map(({ id, fields }) => [id, fields.number]));
  return findUnrefuted(draft, model.sections?.partOf).flatMap((relation) => {
    const [partNumber, parentNumber] = [numbers.get(relation.from), numbers.get(relation.to)];
    if (partNumber === undefined || parentNumber === undefined || relation.from === relation.to) return [];
    const expectedParent = partNumber.split('.').slice(0, -1).join('.') || wholeArticle;
    if (expectedParent === parentNumber && partNumber !== wholeArticle) return [];
    const expected =
      partNumber === wholeArticle
        ? 'no parent section of the whole article'
        : `section ${expectedParent} as the parent of section ${partNumber}`;
    return [problemAt(relation, ['to'], expected, `section ${parentNumber}`)];
  });
}
