import { valueFields } from '../../model/check-fields.js';
import { type Problem, problemAt, formatValue } from '../problem.js';
import type { EntityRecord, RecordSource } from '../record.js';
import { foldText } from '../../shared/fold-text.js';
import type { Draft } from './draft.js';

interface IdentifiedRecord {
  readonly id: string;
  readonly source: RecordSource;
}

/** Reports duplicate ids, duplicate values of unique fields, and aliases that repeat a name. */
export function checkDuplicates({ model, entities, relations, invalidIds }: Draft): Problem[] {
  return [
    ...findRepeated(entities, ({ id }) => id, ['slug'], 'a unique slug'),
    ...findRepeated(relations, ({ id }) => id, [], 'at most one relation of a type between two entities'),
    ...model.types.flatMap((type) => {
      const records = entities.filter((record) => record.type === type.name);
      return valueFields(type)
        .filter(({ isUnique }) => isUnique)
        .flatMap(({ property, label }) =>
          findRepeated(records, ({ fields }) => fields[property], [property], `a unique ${label.en}`),
        );
    }),
    ...[...entities, ...relations].flatMap((record) => checkInvalidIds(record, invalidIds)),
    ...entities.flatMap(checkAliases),
  ];
}

function findRepeated<R extends IdentifiedRecord>(
  records: readonly R[],
  valueOf: (record: R) => unknown,
  path: readonly string[],
  expected: string,
): Problem[] {
  const firstRecords = new Map<string, R>();
  return records.flatMap((record) => {
    const value = valueOf(record);
    if (value === undefined) return [];
    const key = JSON.stringify(value);
    const earlierRecord = firstRecords.get(key);
    if (earlierRecord === undefined) {
      firstRecords.set(key, record);
      return [];
    }
    const location = `${earlierRecord.source.file}:${earlierRecord.source.lineOf(path)}`;
    return [problemAt(record, path, expected, `${formatValue(value)}, which is already used at ${location}`)];
  });
}

/** Reports a record whose id an invalid record has too. */
function checkInvalidIds(record: IdentifiedRecord, invalidIds: ReadonlySet<string>): Problem[] {
  if (!invalidIds.has(record.id)) return [];
  return [problemAt(record, [], 'only one record with this id', 'another one, which is invalid')];
}

// Search and lookups ignore letter case, so an alias that differs only in case adds nothing.
function checkAliases(record: EntityRecord): Problem[] {
  const { name, aliases = [] } = record.fields;
  const texts = [name.en ?? '', name.zh ?? '', ...aliases].map(foldText);
  return aliases.flatMap((alias, index) => {
    if (texts.indexOf(foldText(alias)) === index + 2) return [];
    const expected = 'a spelling that differs from its names and other aliases in more than letter case';
    return [problemAt(record, ['aliases', index], expected, formatValue(alias))];
  });
}
