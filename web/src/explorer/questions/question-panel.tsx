import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { operations } from 'virtual:operations';
import { LitDocument } from '../../generated/graphql.js';
import type { Operation } from '../../operation.js';
import { ask, askText } from '../ask/ask.js';
import { useTask } from '../ask/use-answer.js';
import { drawnNode, type DrawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { go, here } from '../place/here.js';
import { language } from '../words/language.js';
import { questionTitles } from '../words/question-titles.js';
import { wordFor } from '../words/api-words.js';
import { say } from '../words/say.js';
import { headingOf, idsIn, tableOf, type AnswerTable, type Cell } from './answer-rows.js';

/** The title of a ready question in the reader's language. */
export function questionTitle({ name, title }: Operation): string {
  return language.code.value === 'zh' ? (questionTitles.get(name) ?? title) : title;
}

interface QuestionAnswer {
  readonly table: AnswerTable;
  readonly graph: DrawnGraph;
}

/** One of the questions of `operations/`: its answer as a table, and lit in the picture. */
export function QuestionPanel(): JSX.Element {
  const operation = operations.find(({ name }) => name === here.value.question);
  const answer = useTask(operation ? `question ${operation.name}` : null, (signal) =>
    operation ? answerOf(operation, signal) : Promise.reject(new Error('unknown question')),
  );
  const graph = answer.state === 'answered' ? answer.data.graph : null;
  useLight(useMemo(() => graph, [graph]));
  if (operation === undefined) return <p class="failed">{say('unknown', { id: here.value.question ?? '' })}</p>;
  return (
    <section class="panel panel-question">
      <h2>{questionTitle(operation)}</h2>
      <AnswerState answer={answer}>{({ table }) => <Table table={table} />}</AnswerState>
    </section>
  );
}

function Table({ table: { columns, rows } }: { readonly table: AnswerTable }): JSX.Element {
  if (rows.length === 0) return <p>{say('question.none')}</p>;
  return (
    <div class="table answer" tabIndex={0} role="region" aria-label={say('question.rows', { count: rows.length })}>
      <table>
        <caption>{say('question.rows', { count: rows.length })}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" title={column}>
                {headingOf(column, columns)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={columns[column]}>{show(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function show(cell: Cell): JSX.Element | string {
  if (typeof cell === 'string') return wordFor(cell);
  return (
    <button type="button" class="entity" data-id={cell.id} onClick={() => go({ node: cell.id })}>
      <span>{cell.name}</span>
    </button>
  );
}

const mostIds = 100;

async function answerOf({ drawable, variables }: Operation, signal: AbortSignal): Promise<QuestionAnswer> {
  const data = await askText(drawable, variables, signal);
  const ids = idsIn(data);
  const pages = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, page) =>
    ids.slice(page * mostIds, (page + 1) * mostIds),
  );
  const found = await Promise.all(pages.map((page) => ask(LitDocument, { ids: page }, signal)));
  const all = found.flatMap((page) => page.nodes.flatMap((node) => node ?? []));
  const nodes = all.flatMap((node) => ('en' in node ? [drawnNode(node)] : []));
  const links = all.flatMap((node) => ('source' in node ? [node] : []));
  return { table: tableOf(data), graph: { nodes, links, truncated: false } };
}
