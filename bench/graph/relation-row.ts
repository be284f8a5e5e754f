import type { RelationTypeModel } from '../../src/model/model.js';
import { projectModel } from '../../src/model/project-model.js';
import { relationId } from '../../src/model/relation-id.js';
import {
  entityTypes,
  relationTypes,
  type EntityTypeName as EntityType,
  type RelationTypeName as RelationType,
} from '../../src/generated/resolvers.js';
import { citation, slugOf } from './node-row.js';
import { createRandom, type Random } from './random.js';
import type { Shape } from './shape.js';

/** An entity, identified by its type and index. */
export interface EntityRef {
  readonly type: EntityType;
  readonly index: number;
}

/** A relation without its properties. */
export interface Link {
  readonly type: RelationType;
  readonly from: EntityRef;
  readonly to: EntityRef;
}

/** A relation with its properties, which have the same names as those of the dataset loader. */
export interface RelationRow extends Link {
  readonly id: string;
  readonly basis: string;
  readonly status: string;
  readonly citations: readonly string[];
}

/** The probability of each relation from an entity. Repeated lines draw again; duplicate relations are dropped. */
const relationRules: readonly (readonly [from: EntityType, type: RelationType, to: EntityType, chance: number])[] = [
  ['Tool', 'BELONGS_TO', 'Domain', 1],
  ['Tool', 'BELONGS_TO', 'Domain', 0.2],
  ['Tool', 'USES', 'Technique', 0.8],
  ['Tool', 'APPLIES_TO', 'Industry', 0.3],
  ['Company', 'LOCATED_IN', 'Region', 1],
  ['Company', 'LOCATED_IN', 'Region', 0.1],
  ['Company', 'FOCUSES_ON', 'Domain', 0.7],
  ['Company', 'OPERATES_IN', 'Segment', 0.3],
  ['Technique', 'EMERGED_IN', 'Stage', 1],
  ['Domain', 'RAISES', 'Challenge', 0.1],
];

/** Generates the distinct relations of an entity. */
export function linksOf(shape: Shape, from: EntityRef): Link[] {
  const random = createRandom(100 + entityTypes.indexOf(from.type), from.index);
  const links = [...makerLinks(shape, from, random), ...partLinks(shape, from, random)];
  for (const [source, type, to, chance] of relationRules) {
    if (source !== from.type || random.next() >= chance) continue;
    links.push({ type, from, to: { type: to, index: random.skewedBelow(shape[to]) } });
  }
  return links.filter((link, index) => links.findIndex((other) => isSameLink(link, other)) === index);
}

/** Generates the properties of a relation. None is refuted: our server leaves these out, and the others do not. */
export function relationRow(link: Link): RelationRow {
  const id = relationId(relationTypeOf(link.type), idOf(link.from), idOf(link.to));
  const random = createRandom(200 + relationTypes.indexOf(link.type), link.from.index * 31 + link.to.index);
  const chance = random.next();
  const status = chance < 0.9 ? 'CONFIRMED' : chance < 0.98 ? 'UNCHECKED' : 'DOUBTFUL';
  return { ...link, id, basis: 'STATED', status, citations: [citation(random)] };
}

function relationTypeOf(name: RelationType): RelationTypeModel {
  const type = projectModel().relationTypes.find((one) => one.name === name);
  if (!type) throw new Error(`The model has no relation type ${name}.`);
  return type;
}

/** The id of an entity. */
export function idOf({ type, index }: EntityRef): string {
  return `${type}:${slugOf(type, index)}`;
}

function makerLinks(shape: Shape, tool: EntityRef, random: Random): Link[] {
  if (tool.type !== 'Tool') return [];
  const makerCount = random.next() < 0.15 ? 2 : 1;
  return Array.from({ length: makerCount }, () => {
    const from: EntityRef = { type: 'Company', index: random.skewedBelow(shape.Company) };
    return { type: 'DEVELOPS' as const, from, to: tool };
  });
}

function partLinks(shape: Shape, from: EntityRef, random: Random): Link[] {
  const linkTo = (type: EntityType, index: number): Link[] => [{ type: 'PART_OF', from, to: { type, index } }];
  if (from.type === 'Region' && from.index >= 6)
    return linkTo('Region', random.skewedBelow(Math.min(from.index, shape.Region)));
  if (from.type === 'Segment') return linkTo('Tier', from.index % shape.Tier);
  if (from.type === 'Tier' && from.index + 1 < shape.Tier) {
    return [{ type: 'FEEDS', from, to: { type: 'Tier', index: from.index + 1 } }];
  }
  return [];
}

function isSameLink(one: Link, other: Link): boolean {
  const isSameEntity = (a: EntityRef, b: EntityRef): boolean => a.type === b.type && a.index === b.index;
  return one.type === other.type && isSameEntity(one.from, other.from) && isSameEntity(one.to, other.to);
}
