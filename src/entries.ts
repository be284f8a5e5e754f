import type { Entries } from './compile/entry.js';
import { betweenEntry, graphEntry, neighborhoodEntry } from './graph/entries.js';
import { pathEntry } from './path/entry.js';
import { resolveEntry, searchEntry, suggestEntry } from './search/entries.js';
import { similarEntry } from './similar/entry.js';

/** The root fields that begin with a statement of `cypher/`. */
export const entries: Entries = new Map([
  ['paths', pathEntry],
  ['neighborhood', neighborhoodEntry],
  ['between', betweenEntry],
  ['graph', graphEntry],
  ['similar', similarEntry],
  ['search', searchEntry],
  ['suggest', suggestEntry],
  ['resolve', resolveEntry],
]);
