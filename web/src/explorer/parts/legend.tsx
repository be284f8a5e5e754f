import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PictureGraph } from '../graph/picture-graph.js';
import { go, here } from '../place/here.js';
import { kindName, kinds, type Kind } from '../words/kinds.js';
import { say } from '../words/say.js';
import { KindIcon } from './kind-icon.js';

/** The legend: the types in the graph with their icons and counts. A click hides or shows a type. */
export function Legend({ graph }: { readonly graph: PictureGraph }): JSX.Element {
  const counts = new Map<Kind, number>();
  graph.forEachNode((_id, { kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? hasRoom();
  const toggle = (event: MouseEvent): void => {
    event.preventDefault();
    setChosen(!isOpen);
  };
  return (
    <details class="legend" open={isOpen}>
      <summary onClick={toggle}>{say('legend')}</summary>
      <ul title={say('legend.hint')}>
        {kinds()
          .filter((kind) => counts.has(kind))
          .map((kind) => (
            <LegendItem key={kind} kind={kind} count={counts.get(kind) ?? 0} />
          ))}
      </ul>
    </details>
  );
}

/** Whether the legend is open by default. It is closed where it would cover the graph: on phones and beside a panel. */
function hasRoom(): boolean {
  const { node, view } = here.value;
  return matchMedia('(min-width: 60rem)').matches && node === null && view === 'graph';
}

function LegendItem({ kind, count }: { readonly kind: Kind; readonly count: number }): JSX.Element {
  const { off } = here.value;
  const isOff = off.includes(kind);
  const toggle = (): void => go({ off: isOff ? off.filter((each) => each !== kind) : [...off, kind] });
  return (
    <li>
      <button type="button" aria-pressed={!isOff} onClick={toggle}>
        <KindIcon kind={kind} />
        <span>{kindName(kind, 'many')}</span>
        <small>{count}</small>
      </button>
    </li>
  );
}
