import type { ComponentChildren, JSX } from 'preact';
import { translate } from '../i18n/translate.js';

interface Properties {
  readonly url: string;
  readonly children: ComponentChildren;
}

/** A link to another site, in a new tab. A URL that is not HTTP or HTTPS is not linked. */
export function ExternalLink({ url, children }: Properties): JSX.Element {
  if (!isWebAddress(url)) return <>{children}</>;
  return (
    <a class="external" href={url} target="_blank" rel="noopener noreferrer" title={translate('newTab')}>
      {children}
    </a>
  );
}

/** Whether a text is an HTTP or HTTPS URL. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
