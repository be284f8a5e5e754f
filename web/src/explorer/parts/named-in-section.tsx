import type { JSX } from 'preact';
import { isNamedInSection, sectionDocument } from '../../../../src/model/page-documents.js';
import { TypedDocumentString } from '../../generated/graphql.js';
import { countIn, nodesIn, partOf } from '../ask/answer-parts.js';
import { useAnswer } from '../ask/use-answer.js';
import { model, type ServedType } from '../model/served-model.js';
import { say } from '../words/say.js';
import { AnswerState } from './answer-state.js';
import { EntityLink } from './entity-link.js';

/** The entities that a section of the article mentions. */
export function NamedInSection({ id, type }: { readonly id: string; readonly type: ServedType }): JSX.Element {
  const document = new TypedDocumentString<unknown, { slug: string }>(sectionDocument(model.value));
  const answer = useAnswer(document, { slug: id.slice(id.indexOf(':') + 1) });
  return (
    <AnswerState answer={answer}>
      {(data) => {
        const found = partOf(partOf(data)[type.field]);
        const lists = type.fields.filter(isNamedInSection).map(({ name }) => found[name]);
        return lists.map((list, index) => <Named key={index} list={list} />);
      }}
    </AnswerState>
  );
}

function Named({ list }: { readonly list: unknown }): JSX.Element {
  return (
    <section class="facts">
      <h3>
        {say('names')} <small>{countIn(list)}</small>
      </h3>
      <ul class="chips">
        {nodesIn(list).map((named) => (
          <li key={named.id}>
            <EntityLink entity={named} />
          </li>
        ))}
      </ul>
    </section>
  );
}
