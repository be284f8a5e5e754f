import { foldText } from '../shared/fold-text.js';
import { valueFields } from '../model/check-fields.js';
import type { EntityTypeModel } from '../model/model.js';
import type { EntityRecord } from './record.js';

/** Parts the text that is sorted from what makes it unique; lower than any letter. */
const separator = '\u0001';

/** Added to a negative number, it makes one that is not: the smallest integer of GraphQL, without its sign. */
const intOffset = 2 ** 31;

/** The name an entity is listed under: the English one, or the Chinese one where there is no other. */
export function primaryName({ fields }: EntityRecord): string {
  return fields.name.en ?? fields.name.zh ?? fields.slug;
}

/** Every name and alias, as `textKey` writes them. */
export function nameKey({ fields }: EntityRecord): string {
  return textKey([fields.name.en, fields.name.zh, ...(fields.aliases ?? [])]);
}

/** Texts folded, each once and between line breaks: containing `\nopenai\n` is having that very text. */
export function textKey(texts: readonly (string | undefined)[]): string {
  const folded = texts.filter((text) => text !== undefined).map(foldText);
  return `\n${[...new Set(folded)].join('\n')}\n`;
}

/** The unique text that the default order of lists follows. */
export function sortKey(type: EntityTypeModel, record: EntityRecord): string {
  const field = valueFields(type).find(({ name }) => name === type.orderedBy);
  const value = field && record.fields[field.property];
  const { slug } = record.fields;
  if (typeof value === 'number') return `${numberKey(value)}${separator}${slug}`;
  if (typeof value !== 'string') return sortName(record);
  return field?.isUnique ? numberedKey(value) : `${foldText(value)}${separator}${slug}`;
}

/** The unique text that ordering by name follows. */
export function sortName(record: EntityRecord): string {
  return `${foldText(primaryName(record))}${separator}${record.fields.slug}`;
}

/** Integers as texts of the same order; a minus stands before all digits. */
function numberKey(value: number): string {
  return value < 0 ? `-${String(value + intOffset).padStart(10, '0')}` : padded(String(value));
}

/** A unique text with its numbers in the order of numbers; where zeros before one are lost, the text itself is added. */
function numberedKey(text: string): string {
  const key = text.replaceAll(/0*(\d+)/g, (_, digits: string) => padded(digits));
  return /(?<!\d)0\d/.test(text) ? `${key}${separator}${text}` : key;
}

/** Digits as a text of four, or more behind a colon for each further one: it stands after all digits. */
function padded(digits: string): string {
  return ':'.repeat(Math.max(0, digits.length - 4)) + digits.padStart(4, '0');
}
