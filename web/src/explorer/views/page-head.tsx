import type { JSX } from 'preact';
import { CopyLink } from '../components/copy-link.js';
import { QueryLink } from '../components/query-link.js';

/** The header of a page without a graph: title, introduction, and links to the query and the page. */
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
