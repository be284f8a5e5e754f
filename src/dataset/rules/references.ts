import { formatValue } from '../problem.js';
import type { Reference } from '../record.js';
import { referencesWithPaths } from '../supports.js';
import type { Draft, Report } from './draft.js';

/** Reports references to one address that differ in title or publisher. */
export function checkReferences({ entities, relations }: Draft, report: Report): void {
  const firstReferences = new Map<string, Reference>();
  for (const record of [...entities, ...relations]) {
    for (const [path, reference] of referencesWithPaths(record)) {
      const first = firstReferences.get(reference.url) ?? reference;
      firstReferences.set(reference.url, first);
      for (const name of ['title', 'publisher'] as const) {
        if (reference[name] === first[name]) continue;
        const expected = `${formatValue(first[name])}, as in another reference to this address`;
        report(record, [...path, name], expected, formatValue(reference[name]));
      }
    }
  }
}
