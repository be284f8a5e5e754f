import type { Model } from '../../model/model.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object that has the fields given and no others. */
export function objectOf(fields: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: 'object', additionalProperties: false, ...(required.length > 0 && { required }), properties: fields };
}

/** A text on one line without space at either end. */
export function lineOf(description: string, maxLength?: number): JsonSchema {
  return { description, type: 'string', pattern: '^\\S(.*\\S)?$', ...(maxLength !== undefined && { maxLength }) };
}

/** How a text in several languages is written. */
interface TextParts {
  readonly description: string;
  /** What it says of the English text, and of the Chinese one. */
  readonly en: string;
  readonly zh: string;
  readonly maxLength?: number;
  /** Whether no language of the model may be missing; otherwise one may. */
  readonly isComplete?: boolean;
}

/** A text in the languages of the model: of two it has one at least, or both where it has to be complete. */
export function localizedText(
  { languages }: Model,
  { description, en, zh, maxLength, isComplete = false }: TextParts,
): JsonSchema {
  const isBilingual = languages.includes('ZH');
  const texts = { en: lineOf(en, maxLength), ...(isBilingual && { zh: lineOf(zh, maxLength) }) };
  const isPartial = isBilingual && !isComplete;
  return {
    description,
    ...objectOf(texts, isPartial ? [] : Object.keys(texts)),
    ...(isPartial && { minProperties: 1 }),
  };
}
