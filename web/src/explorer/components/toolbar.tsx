import type { JSX } from 'preact';
import type { RenderGraph } from '../graph/render-graph.js';
import { goBack, historyDepth, navigate, currentRoute, openPage } from '../route/navigation.js';
import { nameOf, translate } from '../i18n/translate.js';
import { resultHighlight } from './result-highlight.js';
import { useNamedEntities } from './use-named-entities.js';
import { CopyLink } from './copy-link.js';
import { DownloadMenu } from './download-menu.js';
import { graphCanvas } from './graph-view.js';
import { QueryLink } from './query-link.js';

/** The actions on the whole graph view. */
export function Toolbar({ graph }: { readonly graph: RenderGraph | null }): JSX.Element {
  const { hidden, only, table } = currentRoute.value;
  return (
    <div class="toolbar" role="toolbar" aria-label={translate('view.graph')}>
      <button type="button" onClick={goBack} disabled={historyDepth.value === 0}>
        ← {translate('back')}
      </button>
      <NeighborhoodControls />
      {hidden.length > 0 && (
        <button type="button" onClick={() => navigate({ hidden: [] })}>
          {translate('picture.hidden', { count: hidden.length })}
        </button>
      )}
      {resultHighlight.value !== null && (
        <button type="button" aria-pressed={only} onClick={() => navigate({ only: !only })}>
          {translate('onlyAnswer')}
        </button>
      )}
      <span class="gap" />
      <button type="button" aria-pressed={table} onClick={() => navigate({ table: !table })}>
        {translate('table')}
      </button>
      <QueryLink />
      <CopyLink />
      {graph !== null && <DownloadMenu graph={graph} />}
    </div>
  );
}

/** The known entities whose neighborhood is shown, and a button back to the whole graph. */
function NeighborhoodControls(): JSX.Element | null {
  const { around } = currentRoute.value;
  const query = useNamedEntities(around);
  if (around.length === 0) return null;
  const names = query.state === 'loaded' ? [...query.data.values()].map(nameOf).join(translate('comma')) : '';
  return (
    <>
      {names !== '' && <span class="around">{translate('picture.around', { names })}</span>}
      <button type="button" onClick={() => openPage({})}>
        {translate('picture.whole')}
      </button>
    </>
  );
}

/** The zoom buttons in the corner of the graph view. */
export function ZoomButtons(): JSX.Element {
  return (
    <div class="zoom">
      <button
        type="button"
        aria-label={translate('zoomIn')}
        title={translate('zoomIn')}
        onClick={() => graphCanvas.value?.zoom(1.5)}
      >
        +
      </button>
      <button
        type="button"
        aria-label={translate('zoomOut')}
        title={translate('zoomOut')}
        onClick={() => graphCanvas.value?.zoom(1 / 1.5)}
      >
        −
      </button>
      <button
        type="button"
        aria-label={translate('fit')}
        title={translate('fit')}
        onClick={() => graphCanvas.value?.fitNodes([])}
      >
        ⤢
      </button>
    </div>
  );
}
