import { findType, type Model } from './model.js';

/** Formats the id of an entity: `Company:openai`. */
export function entityId(type: string, slug: string): string {
  return `${type}:${slug}`;
}

/** Splits `Company:openai` into type and slug; undefined if the text is not the id of an entity. */
export function parseEntityId(model: Model, id: string): { readonly type: string; readonly slug: string } | undefined {
  const colon = id.indexOf(':');
  const type = findType(model, id.slice(0, Math.max(0, colon)));
  return type === undefined ? undefined : { type: type.name, slug: id.slice(colon + 1) };
}

/** The GraphQL type name at the start of an entity's id. */
export function typeNameOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(':')));
}

/** Converts `EntityType` values of an argument to Neo4j labels, in the order of the model; null if it is absent. */
export function labelsOf(model: Model, types: unknown): string[] | null {
  if (!Array.isArray(types)) return null;
  return model.types.filter(({ enumName }) => types.includes(enumName)).map(({ name }) => name);
}
