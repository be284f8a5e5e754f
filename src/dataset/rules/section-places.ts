import { type Problem, problemAt } from '../problem.js';
import { sectionsOf } from '../sections.js';
import { standing, type Draft } from './draft.js';

/** Reports sections whose parent section contradicts their number. */
export function sectionPlaceProblems(draft: Draft): Problem[] {
  const { model, entities } = draft;
  const numbers = new Map(sectionsOf(model, entities).map(({ id, fields }) => [id, fields.number]));
  return standing(draft, model.sections?.partOf).flatMap((relation) => {
    const [part, whole] = [numbers.get(relation.from), numbers.get(relation.to)];
    if (part === undefined || whole === undefined || relation.from === relation.to) return [];
    const around = part.split('.').slice(0, -1).join('.');
    if (around === whole) return [];
    const expected =
      around === '' ? 'no parent section of a chapter' : `section ${around} as the parent of section ${part}`;
    return [problemAt(relation, ['to'], expected, `section ${whole}`)];
  });
}
