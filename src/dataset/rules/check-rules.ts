import { problemAt, type Problem } from '../problem.js';
import { checkCitations } from './citations.js';
import { checkCorrections } from './corrections.js';
import type { Draft, Report } from './draft.js';
import { checkDuplicates } from './duplicates.js';
import { checkEnds } from './ends.js';
import { checkCycles } from './cycles.js';
import { checkRanks } from './ranks.js';
import { checkSectionParents } from './section-parents.js';
import { checkSingleRelations } from './single-relations.js';
import { checkParagraphs } from './paragraphs.js';
import { checkClaims } from './claims.js';
import { checkReferences } from './references.js';
import { checkValues } from './values.js';

/** The rules across records, which a JSON Schema cannot express. */
const rules: readonly ((draft: Draft, report: Report) => void)[] = [
  checkDuplicates,
  checkEnds,
  checkCitations,
  checkCorrections,
  checkParagraphs,
  checkSingleRelations,
  checkCycles,
  checkRanks,
  checkSectionParents,
  checkValues,
  checkClaims,
  checkReferences,
];

/** Checks the rules across records. */
export function checkRules(draft: Draft): Problem[] {
  const problems: Problem[] = [];
  for (const check of rules) check(draft, (...parts) => problems.push(problemAt(...parts)));
  return problems;
}
