import type { JSX } from 'preact';
import { listsSectionEntities, sectionDocument } from '../../../../src/model/page-documents.js';
import { TypedDocumentString } from '../../generated/graphql.js';
import { parseTotalCount, parseNodes, toObject } from '../api/parse-response.js';
import { useQuery } from '../api/use-query.js';
import { model, type ServedType } from '../model/served-model.js';
import { translate } from '../i18n/translate.js';
import { QueryResult } from './query-result.js';
import { EntityLink } from './entity-link.js';

/** The entities that a section of the article mentions. */
export function SectionMentions({ id, type }: { readonly id: string; readonly type: ServedType }): JSX.Element {
  const document = new TypedDocumentString<unknown, { slug: string }>(sectionDocument(model.value));
  const query = useQuery(document, { slug: id.slice(id.indexOf(':') + 1) });
  return (
    <QueryResult query={query}>
      {(data) => {
        const section = toObject(toObject(data)[type.field]);
        const lists = type.fields.filter(listsSectionEntities).map(({ name }) => section[name]);
        return lists.map((list, index) => <MentionList key={index} list={list} />);
      }}
    </QueryResult>
  );
}

function MentionList({ list }: { readonly list: unknown }): JSX.Element {
  return (
    <section class="facts">
      <h3>
        {translate('names')} <small>{parseTotalCount(list)}</small>
      </h3>
      <ul class="chips">
        {parseNodes(list).map((entity) => (
          <li key={entity.id}>
            <EntityLink entity={entity} />
          </li>
        ))}
      </ul>
    </section>
  );
}
