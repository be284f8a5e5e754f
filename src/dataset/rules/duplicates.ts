import { type Problem, problemAt, show } from '../problem.js';
import type { EntityRecord, RecordSource } from '../record.js';
import type { Draft } from './draft.js';

interface Identified {
  readonly id: string;
  readonly source: RecordSource;
}

/** Problems for ids, names and places in an order that are there twice. */
export function duplicateProblems({ entities, relations, brokenIds }: Draft): Problem[] {
  return [
    ...twice(entities, ({ id }) => id, ['slug'], 'a slug of its own'),
    ...twice(relations, ({ id }) => id, [], 'at most one relation of a type between two entities'),
    ...twice(entities, tierPosition, ['position'], 'a position of its own'),
    ...twice(entities, sectionNumber, ['number'], 'a section number of its own'),
    ...[...entities, ...relations].flatMap((record) => repeatedByBroken(record, brokenIds)),
    ...entities.flatMap(repeatedAliases),
  ];
}

function twice<R extends Identified>(
  records: readonly R[],
  keyOf: (record: R) => string | number | undefined,
  path: readonly string[],
  expected: string,
): Problem[] {
  const first = new Map<string | number, R>();
  return records.flatMap((record) => {
    const key = keyOf(record);
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, record);
      return [];
    }
    const place = `${earlier.source.file}:${earlier.source.lineOf(path)}`;
    return [problemAt(record, path, expected, `${show(key)}, which is at ${place} already`)];
  });
}

/** A record that is not sound itself has an id all the same. */
function repeatedByBroken(record: Identified, brokenIds: ReadonlySet<string>): Problem[] {
  if (!brokenIds.has(record.id)) return [];
  return [problemAt(record, [], 'one record of this id', 'another, which has problems of its own')];
}

function tierPosition(record: EntityRecord): number | undefined {
  return record.type === 'Tier' ? record.fields.position : undefined;
}

function sectionNumber(record: EntityRecord): string | undefined {
  return record.type === 'Section' ? record.fields.number : undefined;
}

function repeatedAliases(record: EntityRecord): Problem[] {
  const { name, aliases = [] } = record.fields;
  return aliases.flatMap((alias, index) =>
    alias === name.en || alias === name.zh
      ? [problemAt(record, ['aliases', index], 'a way of writing it that is not its name already', show(alias))]
      : [],
  );
}
