import type { JSX } from 'preact';
import { isHidden } from '../graph/appearance.js';
import type { NodeAttributes, RenderGraph } from '../graph/render-graph.js';
import { currentRoute } from '../route/navigation.js';
import { kindName } from '../i18n/kinds.js';
import { translate } from '../i18n/translate.js';
import { EntityLink } from './entity-link.js';

const maxRows = 500;

/** The visible entities as a table: the accessible alternative to the canvas. */
export function EntityTable({ graph }: { readonly graph: RenderGraph }): JSX.Element {
  const route = currentRoute.value;
  const rows = graph
    .mapNodes((id, attributes) => ({ id, ...attributes }))
    .filter(({ id, kind }) => !isHidden(id, kind, route))
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return (
    <section class="table" aria-label={translate('table.nodes')} tabIndex={0}>
      <table>
        <caption>{translate('table.caption', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('table.name')}</th>
            <th scope="col">{translate('table.type')}</th>
            <th scope="col">{translate('table.degree')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, maxRows).map((row) => (
            <EntityRow key={row.id} {...row} />
          ))}
        </tbody>
      </table>
      {rows.length > maxRows && <p>{translate('table.more', { count: rows.length - maxRows })}</p>}
    </section>
  );
}

type RowProperties = Pick<NodeAttributes, 'kind' | 'en' | 'zh' | 'degree'> & { readonly id: string };

function EntityRow({ id, kind, en, zh, degree }: RowProperties): JSX.Element {
  return (
    <tr>
      <td>
        <EntityLink entity={{ id, __typename: kind, en, zh }} />
      </td>
      <td>{kindName(kind)}</td>
      <td class="number">{degree}</td>
    </tr>
  );
}
