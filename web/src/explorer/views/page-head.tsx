import type { JSX } from 'preact';
import { CopyLink } from '../parts/copy-link.js';
import { QueryLink } from '../parts/query-link.js';

/** The head of a page without a picture: what it shows, its query and its link. */
export function PageHead({ title, intro }: { readonly title: string; readonly intro: string }): JSX.Element {
  return (
    <header class="page-head">
      <div>
        <h2>{title}</h2>
        <p>{intro}</p>
      </div>
      <div class="toolbar">
        <QueryLink />
        <CopyLink />
      </div>
    </header>
  );
}
