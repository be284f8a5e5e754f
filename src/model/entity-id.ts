import { findType, type Model } from './model.js';

/** The id of an entity: `Company:openai`. */
export function entityId(type: string, slug: string): string {
  return `${type}:${slug}`;
}

/** Splits `Company:openai` into its type and slug; undefined where the text is no entity's id. */
export function parseEntityId(model: Model, id: string): { readonly type: string; readonly slug: string } | undefined {
  const colon = id.indexOf(':');
  const type = findType(model, id.slice(0, Math.max(0, colon)));
  return type === undefined ? undefined : { type: type.name, slug: id.slice(colon + 1) };
}

/** The GraphQL type of an entity, with which its id begins. */
export function typeNameOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(':')));
}

/** The labels of types that an argument names as enum values, in the model's order; null where it names none. */
export function labelsOf(model: Model, types: unknown): string[] | null {
  if (!Array.isArray(types)) return null;
  return model.types.filter(({ enumName }) => types.includes(enumName)).map(({ name }) => name);
}
