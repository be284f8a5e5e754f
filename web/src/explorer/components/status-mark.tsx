import type { JSX } from 'preact';
import type { Status } from '../../generated/graphql.js';
import { translate } from '../i18n/translate.js';

/** A mark for a refuted or doubtful fact; renders nothing for any other status. */
export function StatusMark({ status }: { readonly status: Status | undefined }): JSX.Element | null {
  if (status !== 'REFUTED' && status !== 'DOUBTFUL') return null;
  return <span class={`mark mark-${status}`}>{translate(`status.${status}`)}</span>;
}
