import type { JSX } from 'preact';
import type { Status } from '../../generated/graphql.js';
import { say } from '../words/say.js';

/** A small mark for facts that are not to be trusted; nothing for the others. */
export function StatusMark({ status }: { readonly status: Status | undefined }): JSX.Element | null {
  if (status !== 'REFUTED' && status !== 'DOUBTFUL') return null;
  return <span class={`mark mark-${status}`}>{say(`status.${status}`)}</span>;
}
