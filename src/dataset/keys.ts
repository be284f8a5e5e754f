import { foldText } from '../shared/fold-text.js';
import type { EntityRecord } from './record.js';

/** Parts the text that is sorted from the slug that makes it unique; lower than any letter. */
const separator = '\u0001';

/** The name an entity is listed under: the English one, or the Chinese one where there is no other. */
export function primaryName({ fields }: EntityRecord): string {
  return fields.name.en ?? fields.name.zh ?? fields.slug;
}

/** Every name and alias, folded, each between line breaks: containing `\nopenai\n` is having that very name. */
export function nameKey({ fields }: EntityRecord): string {
  const names = [fields.name.en, fields.name.zh, ...(fields.aliases ?? [])].filter((name) => name !== undefined);
  return `\n${[...new Set(names.map(foldText))].join('\n')}\n`;
}

/** The unique text that the default order of lists follows. */
export function sortKey(record: EntityRecord): string {
  switch (record.type) {
    case 'Tier':
      return `${padded(record.fields.position)}${separator}${record.fields.slug}`;
    case 'Stage':
      return `${record.fields.fromYear}${separator}${record.fields.slug}`;
    case 'Section':
      return record.fields.number.split('.').map(padded).join('.');
    default:
      return sortName(record);
  }
}

/** The unique text that ordering by name follows. */
export function sortName(record: EntityRecord): string {
  return `${foldText(primaryName(record))}${separator}${record.fields.slug}`;
}

function padded(part: number | string): string {
  return String(part).padStart(4, '0');
}
