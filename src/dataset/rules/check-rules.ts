import type { Problem } from '../problem.js';
import { checkCitations } from './citations.js';
import { checkCorrections } from './corrections.js';
import type { Draft } from './draft.js';
import { checkDuplicates } from './duplicates.js';
import { checkEnds } from './ends.js';
import { checkCycles } from './cycles.js';
import { checkRanks } from './ranks.js';
import { checkSectionParents } from './section-parents.js';
import { checkSingleRelations } from './single-relations.js';
import { checkParagraphs } from './paragraphs.js';
import { checkRanges } from './ranges.js';
import { checkClaims } from './claims.js';
import { checkFormerIds } from './former-ids.js';
import { checkReferences } from './references.js';
import { checkStatements } from './statements.js';

/** Checks the rules across records, which a JSON Schema cannot express. */
export function checkRules(draft: Draft): Problem[] {
  return [
    ...checkDuplicates(draft),
    ...checkEnds(draft),
    ...checkCitations(draft),
    ...checkCorrections(draft),
    ...checkParagraphs(draft),
    ...checkSingleRelations(draft),
    ...checkCycles(draft),
    ...checkRanks(draft),
    ...checkSectionParents(draft),
    ...checkRanges(draft),
    ...checkStatements(draft),
    ...checkClaims(draft),
    ...checkFormerIds(draft),
    ...checkReferences(draft),
  ];
}
