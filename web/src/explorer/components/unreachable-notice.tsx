import type { JSX } from 'preact';
import { reachability } from '../api/reachability.js';
import { translate } from '../i18n/translate.js';

/** A notice while the server is unreachable. */
export function UnreachableNotice(): JSX.Element | null {
  if (!reachability.value.isUnreachable) return null;
  return (
    <div class="away" role="alert">
      <strong>{translate('away.title')}</strong> {translate('away.text')}
    </div>
  );
}
