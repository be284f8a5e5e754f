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
import { documentText } from '../api/execute.js';
import { model } from '../model/served-model.js';
import { findView } from '../model/view-names.js';
import type { Route } from './route.js';

/** A query text with its variables. */
export interface QueryWithVariables {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The query behind the view of a route. */
export function queryOf(route: Route, lang: 'EN' | 'ZH'): QueryWithVariables {
  const { view, node, around, ids, text } = route;
  const [first = '', second = ''] = ids;
  const modelView = findView(view);
  if (modelView) return adaptQuery(viewDocument(model.value, modelView), {});
  switch (view) {
    case 'paths':
      return adaptQuery(PathsDocument, { from: first, to: second, lang });
    case 'between':
      return adaptQuery(BetweenDocument, { ids });
    case 'similar':
      return adaptQuery(SimilarDocument, { id: first });
    case 'search':
      return adaptQuery(SearchDocument, { text: text ?? '', lang });
    case 'question':
      return sampleQueryOf(route);
    default:
      if (node !== null) return adaptQuery(CardDocument, { id: node, lang });
      return around.length > 0 ? adaptQuery(NeighborhoodDocument, { ids: around }) : adaptQuery(WholeGraphDocument, {});
  }
}

function sampleQueryOf({ question }: Route): QueryWithVariables {
  const operation = operations.find(({ name }) => name === question);
  return { query: operation?.text ?? '', variables: operation?.variables ?? {} };
}

function adaptQuery(
  document: { toString(): string },
  variables: Readonly<Record<string, unknown>>,
): QueryWithVariables {
  return { query: documentText(document).trim(), variables };
}
