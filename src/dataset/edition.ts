import { AtlasError } from '../errors.js';
import type { CurrentState } from './current-state.js';
import type { GraphState } from './graph-state.js';

/** What tells the data of one load from those of another. */
export interface Edition {
  /** The version that dataset.yaml gives the data. */
  readonly version: string;
  /** Which properties are derived from the data: see `graphFormat`. */
  readonly format: number;
  /** The SHA-256 of the whole graph, in hexadecimal digits. */
  readonly hash: string;
}

/** Raised by the release that derives other properties of the same data: its graph then replaces that of older ones. */
export const graphFormat = 1n;

const byNumbers = new Intl.Collator('en', { numeric: true });

/** The edition that Neo4j holds; undefined before the first load. */
export function editionIn({ nodes }: CurrentState | GraphState): Edition | undefined {
  const { version, format, hash } = nodes.find(({ labels }) => labels.includes('Dataset'))?.properties ?? {};
  if (typeof version !== 'string' || typeof hash !== 'string') return undefined;
  return { version, format: typeof format === 'bigint' ? Number(format) : 0, hash };
}

/** Whether data may take the place of others without being told to: they are newer, or the same. */
export function isForward(from: Edition | undefined, to: Edition): boolean {
  if (from === undefined || from.hash === to.hash) return true;
  return (byNumbers.compare(to.version, from.version) || to.format - from.format) > 0;
}

/**
 * Makes sure that data may take the place of those in Neo4j.
 *
 * @throws NEWER_DATA where they may not.
 */
export function requireForward(from: Edition | undefined, to: Edition | undefined): void {
  if (from === undefined || to === undefined || isForward(from, to)) return;
  throw new AtlasError(
    'NEWER_DATA',
    `Expected older data in Neo4j than the data files, ${describe(to)}; found ${describe(from)}, which stay. ` +
      'To replace them, start with --force, or run: aigc-atlas load',
  );
}

function describe({ version, hash }: Edition): string {
  return `version ${version} (${hash.slice(0, 12)})`;
}
