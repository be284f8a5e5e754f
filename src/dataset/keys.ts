import { foldText } from '../shared/fold-text.js';
import { valueFields } from '../model/check-fields.js';
import type { EntityTypeModel } from '../model/model.js';
import type { EntityRecord } from './record.js';

/** Separates the sorted text from the suffix that makes it unique. Sorts before any letter. */
const separator = '\u0001';

/** Added to a negative GraphQL Int, makes it non-negative: the absolute value of the smallest Int. */
const intOffset = 2 ** 31;

/** The name an entity is listed under: the English name, or the Chinese name if there is no English one. */
export function primaryNameOf({ fields }: EntityRecord): string {
  return fields.name.en ?? fields.name.zh ?? fields.slug;
}

/** All names and aliases of an entity, formatted by `toTextKey`. */
export function nameKeyOf({ fields }: EntityRecord): string {
  return toTextKey([fields.name.en, fields.name.zh, ...(fields.aliases ?? [])]);
}

/** Folds and deduplicates texts, and delimits each with line breaks: the key of `OpenAI` contains `\nopenai\n`. */
export function toTextKey(texts: readonly (string | undefined)[]): string {
  const folded = texts.filter((text) => text !== undefined).map(foldText);
  return `\n${[...new Set(folded)].join('\n')}\n`;
}

/** The unique text that lists are sorted by in the default order. */
export function sortKeyOf(type: EntityTypeModel, record: EntityRecord): string {
  const field = valueFields(type).find(({ name }) => name === type.orderedBy);
  const value = field && record.fields[field.property];
  const { slug } = record.fields;
  if (typeof value === 'number') return `${toNumberKey(value)}${separator}${slug}`;
  if (typeof value !== 'string') return sortNameOf(record);
  return field?.isUnique ? toNaturalOrderKey(value) : `${foldText(value)}${separator}${slug}`;
}

/** The unique text that lists are sorted by when ordered by name. */
export function sortNameOf(record: EntityRecord): string {
  return `${foldText(primaryNameOf(record))}${separator}${record.fields.slug}`;
}

/** Formats an integer as text that sorts numerically. A minus sign sorts before all digits. */
function toNumberKey(value: number): string {
  return value < 0 ? `-${String(value + intOffset).padStart(10, '0')}` : padDigits(String(value));
}

/** Pads the numbers in a unique text so that they sort numerically. Appends the text if padding drops leading zeros. */
function toNaturalOrderKey(text: string): string {
  const key = text.replaceAll(/0*(\d+)/g, (_, digits: string) => padDigits(digits));
  return /(?<!\d)0\d/.test(text) ? `${key}${separator}${text}` : key;
}

/** Pads a number to four digits. A longer one gets a colon for each further digit; colons sort after digits. */
function padDigits(digits: string): string {
  return ':'.repeat(Math.max(0, digits.length - 4)) + digits.padStart(4, '0');
}
