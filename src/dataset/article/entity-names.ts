import type { EntityRecord } from '../record.js';

/** The texts by which the article may mention an entity: its names, aliases and wordings. */
export function namesOf({ fields }: EntityRecord): string[] {
  const { name, aliases = [], wordings = [] } = fields;
  return [name.en, name.zh, ...aliases, ...wordings].filter((text) => text !== undefined);
}

/** Those texts, and the numbers among its values, such as the years of a stage. */
export function textNamesOf(record: EntityRecord): string[] {
  const numbers = Object.values(record.fields).filter((value) => typeof value === 'number');
  return [...namesOf(record), ...numbers.map(String)];
}
