import type { JSX } from 'preact';
import { ExternalLink, isWebAddress } from '../components/external-link.js';
import { translateValue } from '../i18n/translate-value.js';
import { columnName } from '../i18n/column-names.js';
import { nameOf, translate } from '../i18n/translate.js';
import { navigate } from '../route/navigation.js';
import { headingOf, type ResultTableData as TableData, type Cell } from './result-table-data.js';

/** Entity names by id. */
export type EntityNames = ReadonlyMap<string, { readonly en: string; readonly zh: string }>;

interface Properties {
  readonly table: TableData;
  /** The entities' names in both languages: a response has them in only one. */
  readonly names: EntityNames;
}

/** The result of a sample query as a table. A click on an entity opens its card. */
export function ResultTable({ table: { columns, rows }, names }: Properties): JSX.Element {
  if (rows.length === 0) return <p>{translate('question.none')}</p>;
  const caption = translate('question.rows', { count: rows.length });
  return (
    <div class="table answer" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" title={column}>
                {columnName(headingOf(column, columns))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <ResultCell key={columns[column]} cell={cell} names={names} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Longer texts are treated as sentences and get a wider column. */
const maxShortLength = 40;

function ResultCell({ cell, names }: { readonly cell: Cell; readonly names: EntityNames }): JSX.Element {
  if (typeof cell === 'string') {
    const content = isWebAddress(cell) ? <ExternalLink url={cell}>{cell}</ExternalLink> : translateValue(cell);
    return <td class={cell.length > maxShortLength ? 'long' : ''}>{content}</td>;
  }
  const entityName = names.get(cell.id);
  return (
    <td>
      <button type="button" class="entity" data-id={cell.id} onClick={() => navigate({ node: cell.id })}>
        <span>{entityName ? nameOf(entityName) : cell.name}</span>
      </button>
    </td>
  );
}
