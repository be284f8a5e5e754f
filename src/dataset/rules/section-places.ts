import { type Problem, problemAt } from '../problem.js';
import { sectionsOf } from '../sections.js';
import { standing, type Draft } from './draft.js';

/** Problems for sections that are part of another one than their number says. */
export function sectionPlaceProblems(draft: Draft): Problem[] {
  const { model, entities } = draft;
  const numbers = new Map(sectionsOf(model, entities).map(({ id, fields }) => [id, fields.number]));
  return standing(draft, model.sections?.partOf).flatMap((relation) => {
    const [part, whole] = [numbers.get(relation.from), numbers.get(relation.to)];
    if (part === undefined || whole === undefined || relation.from === relation.to) return [];
    const around = part.split('.').slice(0, -1).join('.');
    if (around === whole) return [];
    const expected = around === '' ? 'no section around a chapter' : `section ${around} around ${part}`;
    return [problemAt(relation, ['to'], expected, `section ${whole}`)];
  });
}
