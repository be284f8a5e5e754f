import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { translate } from '../i18n/translate.js';

/** A button that copies the URL of the current view. */
export function CopyLink(): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      <span aria-live="polite">{translate(isCopied ? 'copied' : 'copyLink')}</span>
    </button>
  );
}
