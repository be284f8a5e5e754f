import { isDeepStrictEqual } from 'node:util';
import type { RunningServer } from '../servers/child.js';
import { dialectOf, type ServerName } from '../servers/server-name.js';
import type { Case, WorkItem } from '../work/work-item.js';
import { ask } from './ask.js';

/** The result of comparing the servers' responses for a work item. */
export interface Comparison {
  readonly able: readonly RunningServer[];
  readonly remarks: readonly string[];
  /** A message for each server whose responses differ from those of the first. */
  readonly different: readonly string[];
}

const compared = 25;

/** Sends the first cases to every server and compares the results with those of the first server that supports them. */
export async function compareAnswers(
  item: WorkItem,
  cases: readonly Case[],
  servers: readonly RunningServer[],
): Promise<Comparison> {
  const able: RunningServer[] = [];
  const remarks: string[] = [];
  const different: string[] = [];
  let expected: readonly unknown[] | undefined;
  for (const server of servers) {
    const answers = await answersOf(item, cases.slice(0, compared), server);
    if ('error' in answers) {
      remarks.push(`${server.name} skips ${item.title}: ${answers.error}`);
      continue;
    }
    able.push(server);
    expected ??= answers.data;
    const index = answers.data.findIndex((answer, place) => !isDeepStrictEqual(answer, expected?.[place]));
    if (index >= 0) different.push(describe(item, server.name, answers.data[index], able[0]?.name, expected[index]));
  }
  return { able, remarks, different };
}

async function answersOf(
  item: WorkItem,
  cases: readonly Case[],
  { name, ...server }: RunningServer,
): Promise<{ data: unknown[] } | { error: string }> {
  const data: unknown[] = [];
  for (const { requests } of cases) {
    const request = requests[dialectOf(name)];
    if (request === undefined) return { error: 'it does not support this work item' };
    const answer = await ask({ name, ...server }, request);
    if ('error' in answer) return answer;
    data.push(item.answer(dialectOf(name), answer.data));
  }
  return { data };
}

function describe(
  item: WorkItem,
  server: string,
  found: unknown,
  first: ServerName | undefined,
  wanted: unknown,
): string {
  const short = (value: unknown): string => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';
  return `${item.title}: ${server} returns ${short(found)}, but ${first} returns ${short(wanted)}`;
}
