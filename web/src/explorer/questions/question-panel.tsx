import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Operation } from 'virtual:operations';
import { NodesByIdDocument } from '../../generated/graphql.js';
import { ask, askText } from '../ask/ask.js';
import { useTask } from '../ask/use-answer.js';
import { drawnNode, type DrawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { answerableIn } from '../model/answerable.js';
import { model } from '../model/served-model.js';
import { here } from '../place/here.js';
import { nameOf, say } from '../words/say.js';
import { idsIn, tableOf, type AnswerTable as TableData } from './answer-rows.js';
import { AnswerTable } from './answer-table.js';

/** The title of a sample operation in the current language. */
export function questionTitle({ title, titleZh }: Operation): string {
  return nameOf({ en: title, zh: titleZh ?? title });
}

interface QuestionAnswer {
  readonly table: TableData;
  readonly graph: DrawnGraph;
}

/** The panel of a sample operation: its result as a table, highlighted in the graph. */
export function QuestionPanel(): JSX.Element {
  const operation = answerableIn(model.value).find(({ name }) => name === here.value.question);
  const answer = useTask(operation ? `question ${operation.name}` : null, (signal) =>
    operation ? answerOf(operation, signal) : Promise.reject(new Error('No sample operation has this name.')),
  );
  const graph = answer.state === 'loaded' ? answer.data.graph : null;
  useLight(useMemo(() => graph, [graph]));
  if (operation === undefined) return <p class="failed">{say('unknown', { id: here.value.question ?? '' })}</p>;
  return (
    <section class="panel panel-question">
      <h2>{questionTitle(operation)}</h2>
      <AnswerState answer={answer}>
        {(data) => <AnswerTable table={data.table} names={new Map(data.graph.nodes.map((node) => [node.id, node]))} />}
      </AnswerState>
    </section>
  );
}

const mostIds = 100;

async function answerOf({ drawable, variables }: Operation, signal: AbortSignal): Promise<QuestionAnswer> {
  const data = await askText(drawable, variables, signal);
  const ids = idsIn(data);
  const pages = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, page) =>
    ids.slice(page * mostIds, (page + 1) * mostIds),
  );
  const found = await Promise.all(pages.map((page) => ask(NodesByIdDocument, { ids: page }, signal)));
  const all = found.flatMap((page) => page.nodes.flatMap((node) => node ?? []));
  const nodes = all.flatMap((node) => ('en' in node ? [drawnNode(node)] : []));
  const links = all.flatMap((node) => ('source' in node ? [node] : []));
  return { table: tableOf(data), graph: { nodes, links, truncated: false } };
}
