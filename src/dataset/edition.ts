import { AtlasError } from '../errors.js';
import { findType, type Model } from '../model/model.js';
import type { CurrentState } from './current-state.js';
import type { GraphState } from './graph-state.js';
import { formatValue } from './problem.js';

/** Identifies the loaded data: equal hashes mean equal graphs. */
export interface Edition {
  /** The version in dataset.yaml. */
  readonly version: string;
  /** The version of the derived properties: see `graphFormat`. */
  readonly format: number;
  /** The SHA-256 of the graph, in hexadecimal. */
  readonly hash: string;
}

/**
 * The version of the derived properties. Incremented by a release that derives other properties from the same data, so
 * that its graph replaces those of older releases.
 */
export const graphFormat = 2n;

const numericCollator = new Intl.Collator('en', { numeric: true });

/** The edition of a graph, read from its Dataset node; undefined before the first load ends. */
export function editionOf({ nodes }: CurrentState | GraphState): Edition | undefined {
  const { version, format, hash } = nodes.find(({ labels }) => labels.includes('Dataset'))?.properties ?? {};
  if (typeof version !== 'string' || typeof hash !== 'string') return undefined;
  return { version, format: typeof format === 'bigint' ? Number(format) : 0, hash };
}

/** Whether data may replace the stored data without --force: they are newer, or the same. */
export function isUpgrade(from: Edition | undefined, to: Edition): boolean {
  if (from === undefined || from.hash === to.hash) return true;
  return (numericCollator.compare(to.version, from.version) || to.format - from.format) > 0;
}

/**
 * Checks that data may replace those in Neo4j without --force.
 *
 * @throws NEWER_DATA if they differ from those in Neo4j and are not newer.
 */
export function requireUpgrade(from: Edition | undefined, to: Edition | undefined): void {
  if (from === undefined || to === undefined || isUpgrade(from, to)) return;
  throw new AtlasError(
    'NEWER_DATA',
    `Expected older data in Neo4j than the data files, ${describeEdition(to)}; found ${describeEdition(from)}, which is kept. ` +
      'To replace it, start with --force, or run: aigc-atlas load',
  );
}

/**
 * Checks that data may replace those in Neo4j without --force: these are not the graph of another model.
 *
 * @throws DATABASE_FOREIGN if the model does not declare the types of most stored entities.
 */
export function requireSameModel(model: Model, { nodes }: CurrentState): void {
  const entities = nodes.filter(({ labels }) => labels.includes('Entity'));
  const others = entities.filter(({ labels }) => !labels.some((label) => findType(model, label)));
  if (others.length * 2 <= entities.length) return;
  throw new AtlasError(
    'DATABASE_FOREIGN',
    `Expected the graph of this model in Neo4j; found ${others.length} entities of types that the model does not declare, such as ` +
      `${formatValue(others[0]?.properties['id'])}. They belong to another model; nothing was written. ` +
      'Use another database (NEO4J_DATABASE) or another Neo4j (NEO4J_URI), or replace the graph with --force.',
  );
}

function describeEdition({ version, hash }: Edition): string {
  return `version ${version} (${hash.slice(0, 12)})`;
}
