import type { Problem } from '../problem.js';
import { citationProblems } from './citations.js';
import { correctionProblems } from './corrections.js';
import type { Draft } from './draft.js';
import { duplicateProblems } from './duplicates.js';
import { endProblems } from './ends.js';
import { circleProblems } from './circles.js';
import { rankProblems } from './ranks.js';
import { sectionPlaceProblems } from './section-places.js';
import { singleProblems } from './singles.js';
import { paragraphProblems } from './paragraphs.js';
import { rangeProblems } from './ranges.js';

/** Checks the rules across records, which a JSON Schema cannot express. */
export function ruleProblems(draft: Draft): Problem[] {
  return [
    ...duplicateProblems(draft),
    ...endProblems(draft),
    ...citationProblems(draft),
    ...correctionProblems(draft),
    ...paragraphProblems(draft),
    ...singleProblems(draft),
    ...circleProblems(draft),
    ...rankProblems(draft),
    ...sectionPlaceProblems(draft),
    ...rangeProblems(draft),
  ];
}
