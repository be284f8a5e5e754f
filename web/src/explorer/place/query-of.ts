import {
  SimilarDocument,
  BetweenDocument,
  CardDocument,
  PathsDocument,
  SearchDocument,
  NeighborhoodDocument,
  WholeGraphDocument,
} from '../../generated/graphql.js';
import { operations } from 'virtual:operations';
import { viewDocument } from '../../../../src/model/view-documents.js';
import { documentText } from '../ask/ask.js';
import { model } from '../model/served-model.js';
import { viewNamed } from '../model/view-names.js';
import type { Place } from './place.js';

/** A query text with its variables. */
export interface WrittenQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The query behind the view of a route. */
export function queryOf(place: Place, lang: 'EN' | 'ZH'): WrittenQuery {
  const { view, node, around, ids, text } = place;
  const [first = '', second = ''] = ids;
  const shown = viewNamed(view);
  if (shown) return written(viewDocument(model.value, shown), {});
  switch (view) {
    case 'paths':
      return written(PathsDocument, { from: first, to: second, lang });
    case 'between':
      return written(BetweenDocument, { ids });
    case 'similar':
      return written(SimilarDocument, { id: first });
    case 'search':
      return written(SearchDocument, { text: text ?? '', lang });
    case 'question':
      return questionOf(place);
    default:
      if (node !== null) return written(CardDocument, { id: node, lang });
      return around.length > 0 ? written(NeighborhoodDocument, { ids: around }) : written(WholeGraphDocument, {});
  }
}

function questionOf({ question }: Place): WrittenQuery {
  const operation = operations.find(({ name }) => name === question);
  return { query: operation?.text ?? '', variables: operation?.variables ?? {} };
}

function written(document: { toString(): string }, variables: Readonly<Record<string, unknown>>): WrittenQuery {
  return { query: documentText(document).trim(), variables };
}
