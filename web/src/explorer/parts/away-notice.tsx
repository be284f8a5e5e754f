import type { JSX } from 'preact';
import { reachability } from '../ask/reachability.js';
import { say } from '../words/say.js';

/** A notice while the server is unreachable. */
export function AwayNotice(): JSX.Element | null {
  if (!reachability.value.isAway) return null;
  return (
    <div class="away" role="alert">
      <strong>{say('away.title')}</strong> {say('away.text')}
    </div>
  );
}
