import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { formatLinksCsv, formatNodesCsv } from '../download/csv.js';
import { toPng } from '../download/png.js';
import { downloadBlob, downloadText } from '../download/save.js';
import { toSvg } from '../download/svg.js';
import { isHidden } from '../graph/appearance.js';
import { palette, type Palette } from '../graph/palette.js';
import type { RenderGraph } from '../graph/render-graph.js';
import { currentRoute } from '../route/navigation.js';
import { language } from '../i18n/language.js';
import type { TextKey } from '../i18n/en.js';
import { translate } from '../i18n/translate.js';
import { graphCanvas } from './graph-view.js';

/** A menu that downloads the visible graph as PNG, SVG, GEXF or CSV. */
export function DownloadMenu({ graph }: { readonly graph: RenderGraph }): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const handleClick = (download: Download) => (): void => {
    menu.current?.removeAttribute('open');
    void download();
  };
  const items = downloadItems(graph);
  return (
    <details class="menu" ref={menu}>
      <summary>{translate('download')}</summary>
      <ul>
        {items.map(([key, download]) => (
          <li key={key}>
            <button type="button" onClick={handleClick(download)}>
              {translate(key)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Download = () => Promise<void> | void;

function downloadItems(graph: RenderGraph): readonly (readonly [key: TextKey, download: Download])[] {
  const route = currentRoute.value;
  const isVisible = (id: string): boolean => !isHidden(id, graph.getNodeAttribute(id, 'kind'), route);
  const colors = palette.value;
  const createSvg = (): string => toSvg(graph, { palette: colors, language: language.code.value, isVisible });
  return [
    [
      'download.png',
      async () => downloadBlob('.png', await toPng(graphCanvas.value?.drawLayers() ?? [], colors.background)),
    ],
    ['download.svg', () => downloadText('.svg', 'image/svg+xml', createSvg())],
    ['download.gexf', async () => downloadGexf(graph, isVisible, colors.kinds)],
    ['download.nodes', () => downloadText('-entities.csv', 'text/csv', formatNodesCsv(graph, isVisible))],
    ['download.links', () => downloadText('-relations.csv', 'text/csv', formatLinksCsv(graph, isVisible))],
  ];
}

async function downloadGexf(
  graph: RenderGraph,
  isVisible: (id: string) => boolean,
  colors: Palette['kinds'],
): Promise<void> {
  const { toGexf } = await import('../download/gexf.js');
  downloadText('.gexf', 'application/xml', toGexf(graph, isVisible, colors));
}
