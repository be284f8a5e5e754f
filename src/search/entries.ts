import { readListArgument } from '../compile/list-argument.js';
import { decodeCursor } from '../compile/cursor.js';
import type { Entry } from '../compile/entry.js';
import { clamp, isPresent, pageSize } from '../compile/page.js';
import { labelsOf } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { compactFormOf } from '../shared/tokens.js';
import { hintsOf } from './hints.js';
import { compileSearchConnection, compileResolution, compileSuggestion } from './rows.js';
import {
  buildPrefixQuery,
  buildExactQuery,
  buildFuzzyQuery,
  buildSearches,
  namePartsOf,
  parseSearchTerms,
} from './search-terms.js';

/** Maximum number of searches in a batch: enough to make the round trip to Neo4j small compared to the search. */
const maxSearchBatchSize = 8;

const suggestionBounds = { min: 0, max: 100, defaultValue: 10 };

/** Maximum number of names of `resolve`. */
const maxNames = 100;

/** The parameters of `search/find-entities`, all of which differ between the requests of a batch. */
const searchParameters = [
  ...['searches', 'whole', 'length', 'parts', 'contained', 'across', 'types', 'afterScore', 'afterId', 'list', 'size'],
];

/** `search`: entities that match words in their names and summaries. */
export const searchEntry = (model: Model): Entry => ({
  query: 'search/find-entities',
  parameters: ({ text, types, after, first }) => {
    const terms = parseSearchTerms(String(text));
    const { tokens, words, compactForm, containedNames, mixedForm } = terms;
    const characters = Array.from(tokens.map((token) => token.text).join(' '));
    const list = `search for ${JSON.stringify(characters.slice(0, 60).join(''))}`;
    const [afterScore = null, afterId = null] = isPresent(after)
      ? decodeCursor('after', String(after), list, ['number', 'string'])
      : [];
    return {
      searches: buildSearches(terms),
      whole: compactForm,
      length: compactFormOf(words).length,
      parts: namePartsOf(words),
      contained: containedNames,
      across: mixedForm,
      types: labelsOf(model, types),
      afterScore,
      afterId,
      list,
      size: BigInt(pageSize({ first })),
    };
  },
  compileRow: compileSearchConnection,
  batching: () => ({ itemParameters: searchParameters, maxSize: maxSearchBatchSize }),
});

/** `suggest`: completions of a prefix. */
export const suggestEntry = (model: Model): Entry => ({
  sortColumn: 'place',
  query: 'search/suggest-names',
  parameters: ({ prefix, types, first }) => {
    const terms = parseSearchTerms(String(prefix));
    return {
      beginning: buildPrefixQuery(terms),
      whole: terms.compactForm,
      parts: namePartsOf(terms.typedTokens),
      types: labelsOf(model, types),
      first: BigInt(clamp(first, suggestionBounds)),
      hints: hintsOf(model),
    };
  },
  compileRow: compileSuggestion,
  batching: () => ({ itemParameters: ['beginning', 'whole', 'parts', 'types'], maxSize: maxSearchBatchSize }),
});

/** `resolve`: the entities that names may refer to. */
export const resolveEntry: Entry = {
  sortColumn: 'place',
  query: 'search/resolve-names',
  parameters: ({ names }) => ({
    wanted: readListArgument('names', names, maxNames).map((name) => {
      const terms = parseSearchTerms(name);
      const digits = terms.compactForm.match(/[0-9]/g) ?? [];
      return { whole: terms.compactForm, digits, exact: buildExactQuery(terms), near: buildFuzzyQuery(terms) };
    }),
    list: 'resolve',
  }),
  compileRow: compileResolution,
};
