import type { ComponentChildren, JSX } from 'preact';
import { askAgain } from '../ask/reachability.js';
import type { Answer } from '../ask/use-answer.js';
import { say } from '../words/say.js';

interface Properties<Result> {
  readonly answer: Answer<Result>;
  /** Shows the data once it is there. */
  readonly children: (data: Result) => ComponentChildren;
}

/** Shows an answer, or that it is awaited, or why there is none. */
export function AnswerState<Result>({ answer, children }: Properties<Result>): JSX.Element {
  if (answer.state === 'answered') return <>{children(answer.data)}</>;
  if (answer.state === 'waiting' || answer.problem.kind === 'away') {
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
