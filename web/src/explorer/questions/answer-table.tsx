import type { JSX } from 'preact';
import { wordFor } from '../words/api-words.js';
import { columnName } from '../words/column-words.js';
import { nameOf, say } from '../words/say.js';
import { go } from '../place/here.js';
import { headingOf, type AnswerTable as TableData, type Cell } from './answer-rows.js';

/** Entity names by id. */
export type Names = ReadonlyMap<string, { readonly en: string; readonly zh: string }>;

interface Properties {
  readonly table: TableData;
  /** The entities' names in both languages: a response has them in only one. */
  readonly names: Names;
}

/** The result of a sample query as a table. A click on an entity opens its card. */
export function AnswerTable({ table: { columns, rows }, names }: Properties): JSX.Element {
  if (rows.length === 0) return <p>{say('question.none')}</p>;
  return (
    <div class="table answer" tabIndex={0} role="region" aria-label={say('question.rows', { count: rows.length })}>
      <table>
        <caption>{say('question.rows', { count: rows.length })}</caption>
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
                <AnswerCell key={columns[column]} cell={cell} names={names} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Longer texts are treated as sentences and get a wider column. */
const sentenceLength = 40;

function AnswerCell({ cell, names }: { readonly cell: Cell; readonly names: Names }): JSX.Element {
  if (typeof cell === 'string') return <td class={cell.length > sentenceLength ? 'long' : ''}>{wordFor(cell)}</td>;
  const known = names.get(cell.id);
  return (
    <td>
      <button type="button" class="entity" data-id={cell.id} onClick={() => go({ node: cell.id })}>
        <span>{known ? nameOf(known) : cell.name}</span>
      </button>
    </td>
  );
}
