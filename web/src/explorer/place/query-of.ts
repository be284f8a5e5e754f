import {
  AlikeDocument,
  BetweenDocument,
  CardDocument,
  ChainDocument,
  ConnectionsDocument,
  FoundDocument,
  LandscapeDocument,
  PlacesDocument,
  SurroundingsDocument,
  TimelineDocument,
  WholeGraphDocument,
} from '../../generated/graphql.js';
import { operations } from 'virtual:operations';
import type { Place } from './place.js';

/** A query as text, with its variables. */
export interface WrittenQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The GraphQL behind what a place shows. */
export function queryOf(place: Place, lang: 'EN' | 'ZH'): WrittenQuery {
  const { view, node, around, ids, text } = place;
  const [first = '', second = ''] = ids;
  switch (view) {
    case 'paths':
      return written(ConnectionsDocument, { from: first, to: second, lang });
    case 'between':
      return written(BetweenDocument, { ids });
    case 'similar':
      return written(AlikeDocument, { id: first });
    case 'search':
      return written(FoundDocument, { text: text ?? '', lang });
    case 'landscape':
      return written(LandscapeDocument, {});
    case 'places':
      return written(PlacesDocument, {});
    case 'chain':
      return written(ChainDocument, {});
    case 'timeline':
      return written(TimelineDocument, { lang });
    case 'question':
      return questionOf(place);
    case 'graph':
      if (node !== null) return written(CardDocument, { id: node, lang });
      return around.length > 0 ? written(SurroundingsDocument, { ids: around }) : written(WholeGraphDocument, {});
  }
}

function questionOf({ question }: Place): WrittenQuery {
  const operation = operations.find(({ name }) => name === question);
  return { query: operation?.text ?? '', variables: operation?.variables ?? {} };
}

function written(document: { toString(): string }, variables: Readonly<Record<string, unknown>>): WrittenQuery {
  return { query: document.toString().trim(), variables };
}
