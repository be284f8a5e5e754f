import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RenderGraph } from '../graph/render-graph.js';
import { navigate, currentRoute } from '../route/navigation.js';
import { kindName, kinds, type Kind } from '../i18n/kinds.js';
import { translate } from '../i18n/translate.js';
import { KindIcon } from './kind-icon.js';

/** The legend: the types in the graph with their icons and counts. A click hides or shows a type. */
export function Legend({ graph }: { readonly graph: RenderGraph }): JSX.Element {
  const counts = new Map<Kind, number>();
  graph.forEachNode((_id, { kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const [isChosenByUser, setUserChoice] = useState<boolean | null>(null);
  const isOpen = isChosenByUser ?? isOpenByDefault();
  const toggle = (event: MouseEvent): void => {
    event.preventDefault();
    setUserChoice(!isOpen);
  };
  return (
    <details class="legend" open={isOpen}>
      <summary onClick={toggle}>{translate('legend')}</summary>
      <ul title={translate('legend.hint')}>
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
function isOpenByDefault(): boolean {
  const { node, view } = currentRoute.value;
  return matchMedia('(min-width: 60rem)').matches && node === null && view === 'graph';
}

function LegendItem({ kind, count }: { readonly kind: Kind; readonly count: number }): JSX.Element {
  const { off } = currentRoute.value;
  const isOff = off.includes(kind);
  const toggle = (): void =>
    navigate({ off: isOff ? off.filter((hiddenKind) => hiddenKind !== kind) : [...off, kind] });
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
