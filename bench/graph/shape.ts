import { entityTypes, type EntityTypeName as EntityType } from '../../src/generated/resolvers.js';

/** The number of entities of each type in a synthetic graph. */
export type Shape = Readonly<Record<EntityType, number>>;

/** The number of nodes of each synthetic graph. */
export const sizes = { '12k': 12_000, '80k': 80_000, '1m': 1_000_000, '5m': 5_000_000 } as const;

/** The name of a synthetic graph. */
export type SizeName = keyof typeof sizes;

/**
 * Divides a number of nodes among the types. The classifying types (domains, regions, techniques, industries) grow with
 * the graph, so an average domain has about seventy tools in every graph, while the largest domains grow.
 */
export function shapeOf(nodes: number): Shape {
  const countPer = (divisor: number, minCount: number): number => Math.max(minCount, Math.round(nodes / divisor));
  const counts: Shape = {
    Company: Math.round(nodes / 4),
    Tool: 0,
    Domain: countPer(80, 10),
    Region: countPer(400, 12),
    Tier: 3,
    Segment: 12,
    Technique: countPer(2_000, 20),
    Stage: 5,
    Industry: countPer(4_000, 10),
    Statistic: 20,
    Opportunity: 10,
    Challenge: 10,
    Trend: 8,
    Section: 10,
    Publication: 0,
  };
  return { ...counts, Tool: nodes - entityTypes.reduce((sum, type) => sum + counts[type], 0) };
}

/** The offset of a type's first entity in a numbering of all entities, in the order of the types. */
export function firstOf(shape: Shape, type: EntityType): number {
  return entityTypes.slice(0, entityTypes.indexOf(type)).reduce((sum, previousType) => sum + shape[previousType], 0);
}
