import { entityTypes, type EntityTypeName as EntityType } from '../../src/generated/resolvers.js';
import { foldText } from '../../src/shared/fold-text.js';
import { buildSearchKeys } from '../../src/shared/search-keys.js';
import { generateName, type SyntheticName } from './generate-name.js';
import { createRandom, type Random } from './random.js';

/** A property value. A bigint is stored as an integer, a number as a float. */
export type Value = string | number | bigint | readonly string[];

/** The properties of a synthetic entity, with the same names as those of the dataset loader. */
export type NodeRow = Readonly<Record<string, Value>>;

const companyKinds = ['STARTUP', 'STARTUP', 'STARTUP', 'BIG_TECH', 'TRADITIONAL', 'RESEARCH'] as const;
const toolKinds = ['MODEL', 'MODEL', 'ALGORITHM', 'APPLICATION', 'APPLICATION', 'PLATFORM', 'LIBRARY'] as const;

/** Generates an entity from its type and index. */
export function nodeRow(type: EntityType, index: number): NodeRow {
  const { name, slug, random } = identify(type, index);
  const mainName = name.en ?? name.zh ?? slug;
  const alias = mainName.replace(/ /g, '');
  const names = [name.en, name.zh, alias].filter((text) => text !== undefined).map(foldText);
  const sortName = `${foldText(mainName)}\u0001${slug}`;
  return {
    id: `${type}:${slug}`,
    slug,
    name: mainName,
    ...(name.zh === undefined ? {} : { nameZh: name.zh }),
    aliases: [alias],
    ...buildSearchKeys({ name: mainName, nameZh: name.zh, aliases: [alias], wordings: [], summaries: [] }),
    ...summaryOf(type),
    citations: [citation(random)],
    basis: 'STATED',
    nameKey: `\n${[...new Set(names)].join('\n')}\n`,
    sortName,
    sortKey: sortName,
    ...typeProperties(type, index, random),
  };
}

const summaries = new Map<EntityType, NodeRow>();

/** A placeholder summary, shared by all entities of a type: tokenizing millions of summaries would take an hour. */
function summaryOf(type: EntityType): NodeRow {
  const cachedRow = summaries.get(type);
  if (cachedRow !== undefined) return cachedRow;
  const summary = `A synthetic ${type.toLowerCase()} for benchmarks.`;
  const summaryZh = '用于基准测试的虚构实体。';
  const keys = buildSearchKeys({
    name: '',
    nameZh: undefined,
    aliases: [],
    wordings: [],
    summaries: [summary, summaryZh],
  });
  const row = { summary, summaryZh, searchSummary: keys.searchSummary };
  summaries.set(type, row);
  return row;
}

/** The slug of an entity from its type and index. */
export function slugOf(type: EntityType, index: number): string {
  // Caches the slugs of frequent relation ends. Tools are the most numerous type, but each has few relations.
  if (type === 'Tool') return identify(type, index).slug;
  const typeSlugs = (slugCache[type] ??= []);
  return (typeSlugs[index] ??= identify(type, index).slug);
}

const slugCache: Partial<Record<EntityType, string[]>> = {};

/** Generates a citation of the article. */
export function citation(random: Random): string {
  const chapter = 1 + random.integerBelow(9);
  return `§${chapter} ¶${1 + random.integerBelow(4)} (line ${chapter * 10})`;
}

function identify(type: EntityType, index: number): { name: SyntheticName; slug: string; random: Random } {
  const random = createRandom(1 + entityTypes.indexOf(type), index);
  const name = generateName(type, random);
  const readablePart = (name.en ?? type).toLowerCase().replace(/[^a-z0-9]+/g, '-');
  // The index in base 36 keeps slugs unique.
  return { name, slug: `${readablePart}-${index.toString(36)}`, random };
}

function typeProperties(type: EntityType, index: number, random: Random): Record<string, Value> {
  const paddedNumber = String(index + 1).padStart(4, '0');
  switch (type) {
    case 'Company':
      return { kind: random.pick(companyKinds) };
    case 'Tool':
      return { kind: random.pick(toolKinds) };
    case 'Region':
      return { level: index < 6 ? 'CONTINENT' : index % 5 === 0 ? 'COUNTRY' : 'CITY' };
    case 'Tier':
      return { position: BigInt(index + 1), sortKey: `${paddedNumber}\u0001${slugOf(type, index)}` };
    case 'Stage':
      return { fromYear: BigInt(1950 + index * 15), sortKey: `${1950 + index * 15}\u0001${slugOf(type, index)}` };
    case 'Section':
      return { number: String(index), sortKey: String(index).padStart(4, '0') };
    case 'Statistic':
      return {
        value: random.integerBelow(10_000) / 10,
        kind: 'FORECAST',
        year: BigInt(2025 + random.integerBelow(10)),
        unit: '%',
      };
    case 'Opportunity':
      return { audience: index % 2 === 0 ? 'INDIVIDUAL' : 'ENTERPRISE' };
    default:
      return {};
  }
}
