import type { JSX } from 'preact';
import type { Operation } from 'virtual:operations';
import { findSupportedOperations } from '../model/supported-operations.js';
import { model } from '../model/served-model.js';
import { currentRoute } from '../route/navigation.js';
import { nameOf } from '../i18n/translate.js';
import { NavItem } from './nav-item.js';

/** The title of a sample operation in the current language. */
export function questionTitle({ title, titleZh }: Operation): string {
  return nameOf({ en: title, zh: titleZh ?? title });
}

/** The sample operations that the model supports and that have a title in each language. */
export function listedQuestions(): readonly Operation[] {
  return findSupportedOperations(model.value).filter(({ titleZh }) => titleZh !== null);
}

/** Links to the sample operations. */
export function QuestionList(): JSX.Element {
  return (
    <ul class="questions">
      {listedQuestions().map((operation) => (
        <NavItem
          key={operation.name}
          routeChange={{ view: 'question', question: operation.name }}
          isCurrent={currentRoute.value.question === operation.name}
          title={questionTitle(operation)}
        />
      ))}
    </ul>
  );
}
