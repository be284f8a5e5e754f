import type { Entries } from './compile/entry.js';
import type { Model } from './model/model.js';
import { betweenEntry, graphEntry, neighborhoodEntry } from './graph/entries.js';
import { pathEntry } from './path/entry.js';
import { resolveEntry, searchEntry, suggestEntry } from './search/entries.js';
import { similarEntry } from './similar/entry.js';

/** The root fields whose statements start with hand-written Cypher. */
export function entriesOf(model: Model): Entries {
  return new Map([
    ['paths', pathEntry],
    ['neighborhood', neighborhoodEntry(model)],
    ['between', betweenEntry],
    ['graph', graphEntry(model)],
    ['similar', similarEntry],
    ['search', searchEntry(model)],
    ['suggest', suggestEntry(model)],
    ['resolve', resolveEntry],
  ]);
}
