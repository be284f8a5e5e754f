import type { JSX } from 'preact';
import type { NodeAttributes, PictureGraph } from '../graph/picture-graph.js';
import { here } from '../place/here.js';
import { kindName } from '../words/kinds.js';
import { say } from '../words/say.js';
import { EntityLink } from './entity-link.js';

const mostRows = 500;

/** The visible entities as a table: the accessible alternative to the canvas. */
export function EntityTable({ graph }: { readonly graph: PictureGraph }): JSX.Element {
  const { off, hidden } = here.value;
  const rows = graph
    .mapNodes((id, attributes) => ({ id, ...attributes }))
    .filter(({ id, kind }) => !off.includes(kind) && !hidden.includes(id))
    .sort((one, other) => other.degree - one.degree || (one.id < other.id ? -1 : 1));
  return (
    <section class="table" aria-label={say('table.nodes')} tabIndex={0}>
      <table>
        <caption>{say('table.caption', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('table.name')}</th>
            <th scope="col">{say('table.type')}</th>
            <th scope="col">{say('table.degree')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <EntityRow key={row.id} {...row} />
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p>{say('table.more', { count: rows.length - mostRows })}</p>}
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
