import { type Problem, formatValue, problemAt } from '../problem.js';
import type { Reference } from '../record.js';
import { referencesWithPaths } from '../supports.js';
import type { Draft } from './draft.js';

/** Reports references to one address that differ in title or publisher. */
export function checkReferences({ entities, relations }: Draft): Problem[] {
  const firstReferences = new Map<string, Reference>();
  return [...entities, ...relations].flatMap((record) =>
    referencesWithPaths(record).flatMap(([path, reference]) => {
      const first = firstReferences.get(reference.url) ?? reference;
      firstReferences.set(reference.url, first);
      return (['title', 'publisher'] as const)
        .filter((name) => reference[name] !== first[name])
        .map((name) =>
          problemAt(
            record,
            [...path, name],
            `${formatValue(first[name])}, as in another reference to this address`,
            formatValue(reference[name]),
          ),
        );
    }),
  );
}
