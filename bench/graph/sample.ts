import type { EntityTypeName as EntityType } from '../../src/generated/resolvers.js';
import { nodeRow, slugOf } from './node-row.js';
import { createRandom, type Random } from './random.js';
import { linksOf } from './relation-row.js';
import type { Shape } from './shape.js';

/** A region and a domain, such that a company in the region develops a tool in the domain. */
export interface FilterValues {
  readonly region: string;
  readonly domain: string;
}

/** Slugs, ids and names that the requests use. Deterministic for a graph. */
export interface Sample {
  readonly companies: readonly string[];
  readonly tools: readonly string[];
  readonly domains: readonly string[];
  readonly regions: readonly string[];
  readonly filters: readonly FilterValues[];
  /** Pairs of company ids. */
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
  /** Entity names to search for. */
  readonly names: readonly string[];
}

/** Draws a uniform sample from a synthetic graph, `sampleSize` of each type. */
export function sampleOf(shape: Shape, sampleSize = 2_000): Sample {
  const random = createRandom(7, 0);
  const sampleSlugs = (type: EntityType): string[] =>
    Array.from({ length: Math.min(sampleSize, shape[type]) }, () => slugOf(type, random.integerBelow(shape[type])));
  return {
    companies: sampleSlugs('Company'),
    tools: sampleSlugs('Tool'),
    domains: sampleSlugs('Domain'),
    regions: sampleSlugs('Region'),
    filters: filtersOf(shape, random, sampleSize),
    pairs: pairsOf(shape, random, sampleSize),
    names: Array.from({ length: sampleSize }, () =>
      String(nodeRow('Company', random.integerBelow(shape.Company))['name']),
    ),
  };
}

// Starts from a tool, so that its maker's region and its domain always match.
function filtersOf(shape: Shape, random: Random, sampleSize: number): FilterValues[] {
  return Array.from({ length: sampleSize }, () => {
    const links = linksOf(shape, { type: 'Tool', index: random.integerBelow(shape.Tool) });
    const maker = links.find(({ type }) => type === 'DEVELOPS')?.from ?? { type: 'Company' as const, index: 0 };
    const domain = links.find(({ type }) => type === 'BELONGS_TO')?.to.index ?? 0;
    const region = linksOf(shape, maker).find(({ type }) => type === 'LOCATED_IN')?.to.index ?? 0;
    return { region: slugOf('Region', region), domain: slugOf('Domain', domain) };
  });
}

function pairsOf(shape: Shape, random: Random, sampleSize: number): Sample['pairs'] {
  const randomId = (): string => `Company:${slugOf('Company', random.integerBelow(shape.Company))}`;
  return Array.from({ length: sampleSize }, () => ({ from: randomId(), to: randomId() })).filter(
    ({ from, to }) => from !== to,
  );
}
