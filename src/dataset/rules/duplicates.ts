import { valueFields } from '../../model/check-fields.js';
import { type Problem, problemAt, show } from '../problem.js';
import type { EntityRecord, RecordSource } from '../record.js';
import type { Draft } from './draft.js';

interface Identified {
  readonly id: string;
  readonly source: RecordSource;
}

/** Reports duplicate ids, duplicate values of unique fields, and aliases that repeat a name. */
export function duplicateProblems({ model, entities, relations, brokenIds }: Draft): Problem[] {
  return [
    ...twice(entities, ({ id }) => id, ['slug'], 'a unique slug'),
    ...twice(relations, ({ id }) => id, [], 'at most one relation of a type between two entities'),
    ...model.types.flatMap((type) => {
      const records = entities.filter((record) => record.type === type.name);
      return valueFields(type)
        .filter(({ isUnique }) => isUnique)
        .flatMap(({ property, label }) =>
          twice(records, ({ fields }) => fields[property], [property], `a unique ${label.en}`),
        );
    }),
    ...[...entities, ...relations].flatMap((record) => repeatedByBroken(record, brokenIds)),
    ...entities.flatMap(repeatedAliases),
  ];
}

function twice<R extends Identified>(
  records: readonly R[],
  valueOf: (record: R) => unknown,
  path: readonly string[],
  expected: string,
): Problem[] {
  const first = new Map<string, R>();
  return records.flatMap((record) => {
    const value = valueOf(record);
    if (value === undefined) return [];
    const key = JSON.stringify(value);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, record);
      return [];
    }
    const place = `${earlier.source.file}:${earlier.source.lineOf(path)}`;
    return [problemAt(record, path, expected, `${show(value)}, which is already used at ${place}`)];
  });
}

/** Reports a record whose id an invalid record has too. */
function repeatedByBroken(record: Identified, brokenIds: ReadonlySet<string>): Problem[] {
  if (!brokenIds.has(record.id)) return [];
  return [problemAt(record, [], 'only one record with this id', 'another one, which is invalid')];
}

function repeatedAliases(record: EntityRecord): Problem[] {
  const { name, aliases = [] } = record.fields;
  return aliases.flatMap((alias, index) =>
    alias === name.en || alias === name.zh
      ? [problemAt(record, ['aliases', index], 'a spelling that differs from its name', show(alias))]
      : [],
  );
}
