import { entityId, type EntityType, entityTypes, parseEntityId } from '../entity/entity-types.js';

/** The types of entity that a relation may join: from the first to the second. */
export type RelationPair = readonly [from: EntityType, to: EntityType];

/** Either end of a relation. */
export type RelationEnd = 'from' | 'to';

/** Every type of relation, as Neo4j and GraphQL write it, with the pairs of entity types it may join. */
export const relationPairs = {
  DEVELOPS: pairs(['Company'], ['Tool']),
  BELONGS_TO: pairs(['Tool'], ['Domain']),
  LOCATED_IN: pairs(['Company'], ['Region']),
  FOCUSES_ON: pairs(['Company'], ['Domain']),
  OPERATES_IN: pairs(['Company'], ['Segment', 'Tier']),
  PART_OF: [...pairs(['Region'], ['Region']), ...pairs(['Segment'], ['Tier']), ...pairs(['Section'], ['Section'])],
  FEEDS: pairs(['Tier'], ['Tier']),
  USES: pairs(['Tool', 'Company', 'Domain'], ['Technique']),
  APPLIES_TO: pairs(['Tool', 'Domain', 'Technique'], ['Industry']),
  EMERGED_IN: pairs(['Technique', 'Tool', 'Industry'], ['Stage']),
  FOLLOWED_BY: pairs(['Stage'], ['Stage']),
  ENABLES: pairs(['Tool'], ['Opportunity']),
  RAISES: pairs(['Domain', 'Stage', 'Trend'], ['Challenge']),
  MEASURES: pairs(['Statistic'], entityTypes),
} as const satisfies Record<string, readonly RelationPair[]>;

/** One of the types of relation. */
export type RelationType = keyof typeof relationPairs;

/** Every type of relation. */
export const relationTypes: readonly RelationType[] = Object.keys(relationPairs).filter(isRelationType);

/** Whether a text is the name of a relation type. */
export function isRelationType(text: string): text is RelationType {
  return Object.hasOwn(relationPairs, text);
}

/** The types of entity that one end of a relation type may have. */
export function endTypes(type: RelationType, end: RelationEnd): readonly EntityType[] {
  return [...new Set(relationPairs[type].map(([from, to]) => (end === 'from' ? from : to)))];
}

/** The entity's id behind an end as relation ids and data files write it: bare where the type fixes its kind. */
export function endId(type: RelationType, end: RelationEnd, text: string): string {
  const [only, ...others] = endTypes(type, end);
  return only !== undefined && others.length === 0 ? entityId(only, text) : text;
}

/** The id of a relation between two entities, given by their ids: `DEVELOPS:openai:dall-e`. */
export function relationId(type: RelationType, from: string, to: string): string {
  return `${type}:${endText(type, 'from', from)}:${endText(type, 'to', to)}`;
}

function endText(type: RelationType, end: RelationEnd, id: string): string {
  return endTypes(type, end).length === 1 ? (parseEntityId(id)?.slug ?? id) : id;
}

function pairs(from: readonly EntityType[], to: readonly EntityType[]): readonly RelationPair[] {
  return from.flatMap((source) => to.map((target): RelationPair => [source, target]));
}
