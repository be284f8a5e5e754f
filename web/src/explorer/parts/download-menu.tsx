import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { linksCsv, nodesCsv } from '../download/csv.js';
import { pngOf } from '../download/png.js';
import { save, saveText } from '../download/save.js';
import { svgOf } from '../download/svg.js';
import { palette, type Palette } from '../graph/palette.js';
import type { PictureGraph } from '../graph/picture-graph.js';
import { here } from '../place/here.js';
import { language } from '../words/language.js';
import type { Word } from '../words/en.js';
import { say } from '../words/say.js';
import { picture } from './picture-view.js';

/** A menu that downloads the visible graph as PNG, SVG, GEXF or CSV. */
export function DownloadMenu({ graph }: { readonly graph: PictureGraph }): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const choose = (download: Make) => (): void => {
    menu.current?.removeAttribute('open');
    void download();
  };
  const items = filesOf(graph);
  return (
    <details class="menu" ref={menu}>
      <summary>{say('download')}</summary>
      <ul>
        {items.map(([key, download]) => (
          <li key={key}>
            <button type="button" onClick={choose(download)}>
              {say(key)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Make = () => Promise<void> | void;

function filesOf(graph: PictureGraph): readonly (readonly [key: Word, download: Make])[] {
  const { off, hidden, pinned } = here.value;
  const isShown = (id: string): boolean =>
    !hidden.includes(id) && (pinned.includes(id) || !off.includes(graph.getNodeAttribute(id, 'kind')));
  const colours = palette.value;
  const svg = (): string => svgOf(graph, { palette: colours, language: language.code.value, isShown });
  return [
    [
      'download.png',
      async () => save('aigc-atlas.png', await pngOf(picture.value?.layers() ?? [], colours.background)),
    ],
    ['download.svg', () => saveText('aigc-atlas.svg', 'image/svg+xml', svg())],
    ['download.gexf', async () => saveGexf(graph, isShown, colours.kinds)],
    ['download.nodes', () => saveText('aigc-atlas-entities.csv', 'text/csv', nodesCsv(graph, isShown))],
    ['download.links', () => saveText('aigc-atlas-relations.csv', 'text/csv', linksCsv(graph, isShown))],
  ];
}

async function saveGexf(
  graph: PictureGraph,
  isShown: (id: string) => boolean,
  colours: Palette['kinds'],
): Promise<void> {
  const { gexfOf } = await import('../download/gexf.js');
  saveText('aigc-atlas.gexf', 'application/xml', gexfOf(graph, isShown, colours));
}
