import type { ComponentChildren, JSX } from 'preact';
import { askAgain } from '../ask/reachability.js';
import type { Answer } from '../ask/use-answer.js';
import { say } from '../words/say.js';

interface Properties<Result> {
  readonly answer: Answer<Result>;
  /** Renders the loaded data. */
  readonly children: (data: Result) => ComponentChildren;
}

/** Renders the state of a query: its data, a loading message, or the error with a retry button. */
export function AnswerState<Result>({ answer, children }: Properties<Result>): JSX.Element {
  if (answer.state === 'loaded') return <>{children(answer.data)}</>;
  if (answer.state === 'loading' || answer.problem.kind === 'unreachable') {
    return (
      <p class="waiting" role="status">
        {say('waiting')}
      </p>
    );
  }
  return (
    <div class="failed" role="alert">
      <strong>{say('failed.title')}</strong>
      <p>{answer.problem.message}</p>
      <button type="button" onClick={askAgain}>
        {say('retry')}
      </button>
    </div>
  );
}
