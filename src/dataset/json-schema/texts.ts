import type { Model } from '../../model/model.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object schema that allows only the given fields. */
export function buildObjectSchema(
  fields: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema {
  return { type: 'object', additionalProperties: false, ...(required.length > 0 && { required }), properties: fields };
}

/** A string schema for one line of text without leading or trailing space. */
export function buildLineSchema(description: string, maxLength?: number): JsonSchema {
  return { description, type: 'string', pattern: '^\\S(.*\\S)?$', ...(maxLength !== undefined && { maxLength }) };
}

/** The descriptions and limits of a localized text. */
interface LocalizedTextOptions {
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
export function buildLocalizedTextSchema(
  { languages }: Model,
  { description, en, zh, maxLength, isComplete = false }: LocalizedTextOptions,
): JsonSchema {
  const isBilingual = languages.includes('ZH');
  const texts = { en: buildLineSchema(en, maxLength), ...(isBilingual && { zh: buildLineSchema(zh, maxLength) }) };
  const isPartial = isBilingual && !isComplete;
  return {
    description,
    ...buildObjectSchema(texts, isPartial ? [] : Object.keys(texts)),
    ...(isPartial && { minProperties: 1 }),
  };
}
