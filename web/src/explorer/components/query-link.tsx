import type { JSX } from 'preact';
import { currentRoute } from '../route/navigation.js';
import { queryOf } from '../route/query-of.js';
import { language } from '../i18n/language.js';
import { translate } from '../i18n/translate.js';
import { formatLink } from '../../playground/link.js';

/** A link that opens the query of the current view in the playground. */
export function QueryLink(): JSX.Element {
  const { query, variables } = queryOf(currentRoute.value, language.api.value);
  const url = formatLink('playground', { query, variables: JSON.stringify(variables, null, 2) });
  return (
    <a class="button" href={url}>
      {translate('showQuery')}
    </a>
  );
}
