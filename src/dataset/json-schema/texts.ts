import type { Model } from '../../model/model.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object schema that allows only the given fields. */
export function objectOf(fields: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: 'object', additionalProperties: false, ...(required.length > 0 && { required }), properties: fields };
}

/** A string schema for one line of text without leading or trailing space. */
export function lineOf(description: string, maxLength?: number): JsonSchema {
  return { description, type: 'string', pattern: '^\\S(.*\\S)?$', ...(maxLength !== undefined && { maxLength }) };
}

/** The descriptions and limits of a localized text. */
interface TextParts {
  readonly description: string;
  /** The description of the English text. */
  readonly en: string;
  /** The description of the Chinese text. */
  readonly zh: string;
  readonly maxLength?: number;
  /** Whether every language of the model is required; otherwise one is enough. Default false. */
  readonly isComplete?: boolean;
}

/** The schema of a text in the languages of the model: at least one of them, or all if `isComplete`. */
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
