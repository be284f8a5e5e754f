import type { JSX } from 'preact';
import { here } from '../place/here.js';
import { queryOf } from '../place/query-of.js';
import { language } from '../words/language.js';
import { say } from '../words/say.js';
import { writeLink } from '../../playground/link.js';

/** A link that opens the query of the current view in the playground. */
export function QueryLink(): JSX.Element {
  const { query, variables } = queryOf(here.value, language.api.value);
  const address = writeLink('playground', { query, variables: JSON.stringify(variables, null, 2) });
  return (
    <a class="button" href={address}>
      {say('showQuery')}
    </a>
  );
}
