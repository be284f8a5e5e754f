import { valueFields } from '../../model/check-fields.js';
import { withArticle } from '../words.js';
import { type Problem, problemAt, show } from '../problem.js';
import type { EntityRecord, RecordSource } from '../record.js';
import type { Draft } from './draft.js';

interface Identified {
  readonly id: string;
  readonly source: RecordSource;
}

/** Problems for ids, names and values of unique fields that are there twice. */
export function duplicateProblems({ model, entities, relations, brokenIds }: Draft): Problem[] {
  return [
    ...twice(entities, ({ id }) => id, ['slug'], 'a slug of its own'),
    ...twice(relations, ({ id }) => id, [], 'at most one relation of a type between two entities'),
    ...model.types.flatMap((type) => {
      const records = entities.filter((record) => record.type === type.name);
      return valueFields(type)
        .filter(({ isUnique }) => isUnique)
        .flatMap(({ property, label }) =>
          twice(records, ({ fields }) => fields[property], [property], `${withArticle(label.en)} of its own`),
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
    return [problemAt(record, path, expected, `${show(value)}, which is at ${place} already`)];
  });
}

/** A record that is not sound itself has an id all the same. */
function repeatedByBroken(record: Identified, brokenIds: ReadonlySet<string>): Problem[] {
  if (!brokenIds.has(record.id)) return [];
  return [problemAt(record, [], 'one record of this id', 'another, which has problems of its own')];
}

function repeatedAliases(record: EntityRecord): Problem[] {
  const { name, aliases = [] } = record.fields;
  return aliases.flatMap((alias, index) =>
    alias === name.en || alias === name.zh
      ? [problemAt(record, ['aliases', index], 'a way of writing it that is not its name already', show(alias))]
      : [],
  );
}
