import type { JSX } from 'preact';
import type { Status } from '../../generated/graphql.js';
import { translate } from '../i18n/translate.js';

interface Properties {
  readonly status: Status | undefined;
  /** Whether a confirmed fact has a mark too. */
  readonly includesConfirmed?: boolean;
}

/** A mark for a refuted or doubtful fact, and a plain one for a confirmed fact if requested. */
export function StatusMark({ status, includesConfirmed = false }: Properties): JSX.Element | null {
  if (status === undefined || status === 'UNCHECKED' || (status === 'CONFIRMED' && !includesConfirmed)) return null;
  return <span class={`mark mark-${status}`}>{translate(`status.${status}`)}</span>;
}
