import { allValues } from '../compile/all-values.js';
import { clamp } from '../compile/page.js';
import { decodeCursor } from '../compile/cursor.js';
import type { Entry } from '../compile/entry.js';
import { isPresent, pageSize } from '../compile/page.js';
import { labelsOf } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { hintsOf } from './hints.js';
import { connectionRow, resolutionRow, suggestionRow } from './rows.js';
import {
  beginningsQuery,
  exactQuery,
  namesQuery,
  nearQuery,
  partialQuery,
  partsOf,
  textsQuery,
  wantedOf,
} from './wanted.js';

/** Maximum number of searches in a batch: enough to make the round trip to Neo4j small compared to the search. */
const maxSearchBatchSize = 8;

const suggestions = { min: 0, max: 100, defaultValue: 10 };

/** Maximum number of names of `resolve`. */
const maxNames = 100;

/** The parameters of `search/find-entities`, all of which differ between the requests of a batch. */
const searchParameters = [
  ...['named', 'mentioned', 'partial', 'whole', 'parts', 'contained', 'across', 'types'],
  ...['afterScore', 'afterId', 'list', 'size'],
];

/** `search`: entities that match words in their names and summaries. */
export const searchEntry = (model: Model): Entry => ({
  start: 'search/find-entities',
  parameters: ({ text, types, after, first }) => {
    const wanted = wantedOf(String(text));
    const { tokens, words, whole, contained, across } = wanted;
    const typed = Array.from(tokens.map((token) => token.text).join(' '));
    const list = `search for ${JSON.stringify(typed.slice(0, 60).join(''))}`;
    const [afterScore = null, afterId = null] = isPresent(after)
      ? decodeCursor('after', String(after), list, ['number', 'string'])
      : [];
    return {
      named: namesQuery(wanted),
      mentioned: textsQuery(wanted),
      partial: partialQuery(wanted),
      whole,
      parts: partsOf(words),
      contained,
      across,
      types: labelsOf(model, types),
      afterScore,
      afterId,
      list,
      size: BigInt(pageSize({ first })),
    };
  },
  row: connectionRow,
  batching: () => ({ own: searchParameters, maxSize: maxSearchBatchSize }),
});

/** `suggest`: completions of a prefix. */
export const suggestEntry = (model: Model): Entry => ({
  sortedBy: 'place',
  start: 'search/suggest-names',
  parameters: ({ prefix, types, first }) => {
    const wanted = wantedOf(String(prefix));
    return {
      beginning: beginningsQuery(wanted),
      whole: wanted.whole,
      parts: partsOf(wanted.tokens),
      types: labelsOf(model, types),
      first: BigInt(clamp(first, suggestions)),
      hints: hintsOf(model),
    };
  },
  row: suggestionRow,
  batching: () => ({ own: ['beginning', 'whole', 'parts', 'types'], maxSize: maxSearchBatchSize }),
});

/** `resolve`: the entities that names may refer to. */
export const resolveEntry: Entry = {
  sortedBy: 'place',
  start: 'search/resolve-names',
  parameters: ({ names }) => ({
    wanted: allValues('names', names, maxNames).map((name) => {
      const wanted = wantedOf(name);
      return { whole: wanted.whole, exact: exactQuery(wanted), near: nearQuery(wanted) };
    }),
    list: 'resolve',
  }),
  row: resolutionRow,
};
