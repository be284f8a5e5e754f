import { type Problem, problemAt } from '../problem.js';
import type { Draft } from './draft.js';

/** Problems for stages that end before they start. */
export function rangeProblems({ entities }: Draft): Problem[] {
  return entities.flatMap((record) => {
    if (record.type !== 'Stage') return [];
    const { fromYear, toYear } = record.fields;
    if (toYear === undefined || toYear >= fromYear) return [];
    return [problemAt(record, ['toYear'], `a year from ${fromYear} on, or none while it runs`, String(toYear))];
  });
}
