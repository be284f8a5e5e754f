import { clamp } from '../compile/clamp.js';
import { decodeCursor } from '../compile/cursor.js';
import type { Entry } from '../compile/entry.js';
import { given, pageSize } from '../compile/page.js';
import { entityTypes } from '../entity/entity-types.js';
import { connectionRow, resolutionRow, suggestionRow } from './rows.js';
import { beginningsQuery, exactQuery, namesQuery, nearQuery, textsQuery, wantedOf } from './wanted.js';

/** How many searches share a statement: enough that the way to Neo4j counts little beside the search itself. */
const searchSeats = 8;

const suggestions = { least: 0, most: 100, otherwise: 10 };

/** How many names `resolve` takes; those after are not looked up. */
const mostNames = 100;

/** `search`: entities by words of their names and summaries. */
export const searchEntry: Entry = {
  file: 'search/find-entities',
  parameters: ({ text, types, after, first }) => {
    const wanted = wantedOf(String(text));
    const list = `search for ${JSON.stringify(Array.from(wanted.form).slice(0, 60).join(''))}`;
    const [afterScore = null, afterId = null] = given(after)
      ? decodeCursor('after', String(after), list, ['number', 'string'])
      : [];
    const { whole, parts } = wanted;
    const queries = { named: namesQuery(wanted), mentioned: textsQuery(wanted) };
    return {
      ...queries,
      whole,
      parts,
      types: labelsOf(types),
      afterScore,
      afterId,
      list,
      size: BigInt(pageSize({ first })),
    };
  },
  row: connectionRow,
  travel: {
    own: ['named', 'mentioned', 'whole', 'parts', 'types', 'afterScore', 'afterId', 'list', 'size'],
    seats: () => searchSeats,
  },
};

/** `suggest`: names that begin as typed. */
export const suggestEntry: Entry = {
  sortedBy: 'place',
  file: 'search/suggest-names',
  parameters: ({ prefix, types, first }) => {
    const wanted = wantedOf(String(prefix));
    return {
      beginning: beginningsQuery(wanted),
      whole: wanted.whole,
      parts: wanted.parts,
      types: labelsOf(types),
      first: BigInt(clamp(first, suggestions)),
    };
  },
  row: suggestionRow,
  travel: { own: ['beginning', 'whole', 'parts', 'types'], seats: () => searchSeats },
};

/** `resolve`: what names may mean. */
export const resolveEntry: Entry = {
  sortedBy: 'place',
  file: 'search/resolve-names',
  parameters: ({ names }) => ({
    wanted: (Array.isArray(names) ? names.slice(0, mostNames) : []).map((name) => {
      const wanted = wantedOf(String(name));
      return { whole: wanted.whole, exact: exactQuery(wanted), near: nearQuery(wanted) };
    }),
    list: 'resolve',
  }),
  row: resolutionRow,
};

// The enum COMPANY means the label Company.
function labelsOf(types: unknown): string[] | null {
  if (!Array.isArray(types)) return null;
  return entityTypes.filter((type) => types.includes(type.toUpperCase()));
}
