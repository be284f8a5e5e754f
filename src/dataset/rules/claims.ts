import type { RelationRecord } from '../record.js';
import type { Draft, Report } from './draft.js';

/**
 * Reports facts of one claim that differ in status without a note that says why; references explain a confirmed one. A
 * paragraph makes a claim about an entity: the facts that start at it, or the facts of one type that end at it.
 */
export function checkClaims({ relations }: Draft, report: Report): void {
  const unexplained = new Map<RelationRecord, ReadonlySet<string>>();
  for (const facts of groupByClaim(relations).values()) {
    const statuses = new Set(facts.map(statusOf));
    if (statuses.size === 1) continue;
    for (const fact of facts) if (!isExplained(fact)) unexplained.set(fact, statuses);
  }
  const expected = 'a note with the reason, because facts of the same paragraph and entity differ in status';
  for (const [fact, statuses] of unexplained)
    report(
      fact,
      ['status'],
      expected,
      `${statusOf(fact)} among ${[...statuses].toSorted().join(', ')}, without a note`,
    );
}

function groupByClaim(relations: readonly RelationRecord[]): ReadonlyMap<string, readonly RelationRecord[]> {
  const claims = new Map<string, RelationRecord[]>();
  for (const relation of relations) {
    const { type, from, to, fields } = relation;
    for (const { chapter, paragraph } of fields.citations ?? []) {
      for (const subject of [from, `${type} ${to}`]) {
        const claim = `${chapter} ${paragraph} ${subject}`;
        const facts = claims.get(claim);
        if (facts) facts.push(relation);
        else claims.set(claim, [relation]);
      }
    }
  }
  return claims;
}

function statusOf({ fields }: RelationRecord): string {
  return fields.status ?? 'UNCHECKED';
}

// A confirmed fact has a note or references, as its JSON Schema requires.
function isExplained({ fields }: RelationRecord): boolean {
  return fields.status === 'CONFIRMED' || fields.note !== undefined;
}
