import type { JSX } from 'preact';
import { viewDocument } from '../../../../src/model/view-documents.js';
import { TypedDocumentString } from '../../generated/graphql.js';
import { parseNodes, toObject } from '../api/parse-response.js';
import { useQuery } from '../api/use-query.js';
import { model, typeByValue, type ServedView } from '../model/served-model.js';
import { QueryResult } from '../components/query-result.js';
import { nameOf } from '../i18n/translate.js';
import type { ArrangementProperties } from './arrangement.js';
import { Chain } from './chain.js';
import { Landscape } from './landscape.js';
import { PageHead } from './page-head.js';
import { Places } from './places.js';
import { Timeline } from './timeline.js';

const arrangements: Readonly<Record<ServedView['kind'], (properties: ArrangementProperties) => JSX.Element>> = {
  LANDSCAPE: Landscape,
  PLACES: Places,
  CHAIN: Chain,
  TIMELINE: Timeline,
};

/** The page of a view of the model: the entities of its type, arranged by the kind of the view. */
export function ModelView({ view }: { readonly view: ServedView }): JSX.Element {
  const { title, titleZh, intro, introZh, kind, fields } = view;
  const type = typeByValue(view.type);
  const document = new TypedDocumentString<unknown, object>(viewDocument(model.value, view));
  const Arrangement = arrangements[kind];
  return (
    <div class="page">
      <PageHead title={nameOf({ en: title, zh: titleZh })} intro={nameOf({ en: intro, zh: introZh })} />
      <QueryResult query={useQuery(document, {})}>
        {(data) =>
          type && <Arrangement type={type} fields={fields} entities={parseNodes(toObject(data)[type.listField])} />
        }
      </QueryResult>
    </div>
  );
}
