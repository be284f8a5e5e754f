/** Every type of entity, as its label in Neo4j and its type name in GraphQL write it. */
export const entityTypes = [
  'Company',
  'Tool',
  'Domain',
  'Region',
  'Tier',
  'Segment',
  'Technique',
  'Stage',
  'Industry',
  'Statistic',
  'Opportunity',
  'Challenge',
  'Trend',
  'Section',
] as const;

/** One of the types of entity. */
export type EntityType = (typeof entityTypes)[number];

/** The id of an entity: `Company:openai`. */
export function entityId(type: EntityType, slug: string): string {
  return `${type}:${slug}`;
}

/** The word that names a type's files in every room: `company`. */
export function conceptOf(type: EntityType): string {
  return type.toLowerCase();
}

/** Splits `Company:openai` into its type and slug; undefined where the text is no entity's id. */
export function parseEntityId(id: string): { readonly type: EntityType; readonly slug: string } | undefined {
  const colon = id.indexOf(':');
  const type = entityTypes.find((candidate) => candidate === id.slice(0, colon));
  return type === undefined ? undefined : { type, slug: id.slice(colon + 1) };
}
