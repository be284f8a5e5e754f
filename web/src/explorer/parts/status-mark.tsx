import type { JSX } from 'preact';
import type { Status } from '../../generated/graphql.js';
import { say } from '../words/say.js';

/** A mark for a refuted or doubtful fact; renders nothing for any other status. */
export function StatusMark({ status }: { readonly status: Status | undefined }): JSX.Element | null {
  if (status !== 'REFUTED' && status !== 'DOUBTFUL') return null;
  return <span class={`mark mark-${status}`}>{say(`status.${status}`)}</span>;
}
