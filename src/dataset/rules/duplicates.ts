import { valueFields } from '../../model/check-fields.js';
import { formatValue } from '../problem.js';
import type { EntityRecord, RelationRecord } from '../record.js';
import { foldText } from '../../shared/fold-text.js';
import type { Draft, Report } from './draft.js';

/** Reports duplicate ids, former ids and values of unique fields, and aliases that repeat a name. */
export function checkDuplicates({ model, entities, relations, invalidIds }: Draft, report: Report): void {
  reportRepeated(entities, ({ id }) => id, ['slug'], 'a unique slug', report);
  reportRepeated(relations, ({ id }) => id, [], 'at most one relation of a type between two entities', report);
  for (const type of model.types) {
    const records = entities.filter((record) => record.type === type.name);
    for (const { property, label, isUnique } of valueFields(type))
      if (isUnique)
        reportRepeated(records, ({ fields }) => fields[property], [property], `a unique ${label.en}`, report);
  }
  for (const record of [...entities, ...relations])
    if (invalidIds.has(record.id)) report(record, [], 'only one record with this id', 'another one, which is invalid');
  for (const record of entities) checkAliases(record, report);
  checkFormerIds(entities, report);
}

function reportRepeated<R extends EntityRecord | RelationRecord>(
  records: readonly R[],
  valueOf: (record: R) => unknown,
  path: readonly string[],
  expected: string,
  report: Report,
): void {
  const firstRecords = new Map<string, R>();
  for (const record of records) {
    const value = valueOf(record);
    if (value === undefined) continue;
    const key = JSON.stringify(value);
    const earlierRecord = firstRecords.get(key);
    if (earlierRecord === undefined) firstRecords.set(key, record);
    else {
      const location = `${earlierRecord.source.file}:${earlierRecord.source.lineOf(path)}`;
      report(record, path, expected, `${formatValue(value)}, which is already used at ${location}`);
    }
  }
}

// Search and lookups ignore letter case, so an alias that differs only in case adds nothing.
function checkAliases(record: EntityRecord, report: Report): void {
  const { name, aliases = [] } = record.fields;
  const texts = [name.en ?? '', name.zh ?? '', ...aliases].map(foldText);
  const expected = 'a spelling that differs from its names and other aliases in more than letter case';
  for (const [index, alias] of aliases.entries())
    if (texts.indexOf(foldText(alias)) !== index + 2) report(record, ['aliases', index], expected, formatValue(alias));
}

// Two entities may claim a former id, or an entity may still have it.
function checkFormerIds(entities: readonly EntityRecord[], report: Report): void {
  const owners = new Map(entities.map(({ id }) => [id, id]));
  for (const record of entities) {
    for (const [index, formerId] of (record.fields.formerIds ?? []).entries()) {
      const owner = owners.get(formerId);
      owners.set(formerId, record.id);
      if (owner === undefined) continue;
      const found = `${formatValue(formerId)}, which belongs to ${owner}`;
      report(record, ['formerIds', index], 'an id that no other entity has or had', found);
    }
  }
}
