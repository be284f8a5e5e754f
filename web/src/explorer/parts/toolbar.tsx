import type { JSX } from 'preact';
import type { PictureGraph } from '../graph/picture-graph.js';
import { back, depth, go, here, open } from '../place/here.js';
import { nameOf, say } from '../words/say.js';
import { answerLight } from './answer-light.js';
import { CopyLink } from './copy-link.js';
import { DownloadMenu } from './download-menu.js';
import { picture } from './picture-view.js';
import { QueryLink } from './query-link.js';

/** The actions on the whole graph view. */
export function Toolbar({ graph }: { readonly graph: PictureGraph | null }): JSX.Element {
  const { hidden, only, table } = here.value;
  return (
    <div class="toolbar" role="toolbar" aria-label={say('view.graph')}>
      <button type="button" onClick={back} disabled={depth.value === 0}>
        ← {say('back')}
      </button>
      <Around graph={graph} />
      {hidden.length > 0 && (
        <button type="button" onClick={() => go({ hidden: [] })}>
          {say('picture.hidden', { count: hidden.length })}
        </button>
      )}
      {answerLight.value !== null && (
        <button type="button" aria-pressed={only} onClick={() => go({ only: !only })}>
          {say('onlyAnswer')}
        </button>
      )}
      <span class="gap" />
      <button type="button" aria-pressed={table} onClick={() => go({ table: !table })}>
        {say('table')}
      </button>
      <QueryLink />
      <CopyLink />
      {graph !== null && <DownloadMenu graph={graph} />}
    </div>
  );
}

/** The entities whose neighborhood is shown, and a button back to the whole graph. */
function Around({ graph }: { readonly graph: PictureGraph | null }): JSX.Element | null {
  const { around } = here.value;
  if (around.length === 0) return null;
  const names = around.map((id) => (graph?.hasNode(id) ? nameOf(graph.getNodeAttributes(id)) : id)).join(', ');
  return (
    <>
      <span class="around">{say('picture.around', { names })}</span>
      <button type="button" onClick={() => open({})}>
        {say('picture.whole')}
      </button>
    </>
  );
}

/** The zoom buttons in the corner of the graph view. */
export function ZoomButtons(): JSX.Element {
  return (
    <div class="zoom">
      <button type="button" aria-label={say('zoomIn')} title={say('zoomIn')} onClick={() => picture.value?.zoom(1.5)}>
        +
      </button>
      <button
        type="button"
        aria-label={say('zoomOut')}
        title={say('zoomOut')}
        onClick={() => picture.value?.zoom(1 / 1.5)}
      >
        −
      </button>
      <button type="button" aria-label={say('fit')} title={say('fit')} onClick={() => picture.value?.show([])}>
        ⤢
      </button>
    </div>
  );
}
