import { isDeepStrictEqual } from 'node:util';
import type { RunningServer } from '../servers/child.js';
import { dialectOf, type ServerName } from '../servers/server-name.js';
import type { Case, WorkItem } from '../work/work-item.js';
import { sendRequest } from './send-request.js';

/** The result of comparing the servers' responses for a work item. */
export interface Comparison {
  readonly supportingServers: readonly RunningServer[];
  readonly remarks: readonly string[];
  /** A message for each server whose responses differ from those of the first. */
  readonly differences: readonly string[];
}

const comparedCases = 25;

/** Sends the first cases to every server and compares the results with those of the first server that supports them. */
export async function compareResults(
  item: WorkItem,
  cases: readonly Case[],
  servers: readonly RunningServer[],
): Promise<Comparison> {
  const supportingServers: RunningServer[] = [];
  const remarks: string[] = [];
  const differences: string[] = [];
  let expected: readonly unknown[] | undefined;
  for (const server of servers) {
    const results = await fetchResults(item, cases.slice(0, comparedCases), server);
    if ('error' in results) {
      remarks.push(`${server.name} skips ${item.title}: ${results.error}`);
      continue;
    }
    supportingServers.push(server);
    expected ??= results.data;
    const index = results.data.findIndex((result, caseIndex) => !isDeepStrictEqual(result, expected?.[caseIndex]));
    if (index >= 0)
      differences.push(
        describeDifference(item, server.name, results.data[index], supportingServers[0]?.name, expected[index]),
      );
  }
  return { supportingServers, remarks, differences };
}

async function fetchResults(
  item: WorkItem,
  cases: readonly Case[],
  { name, ...server }: RunningServer,
): Promise<{ data: unknown[] } | { error: string }> {
  const data: unknown[] = [];
  for (const { requests } of cases) {
    const request = requests[dialectOf(name)];
    if (request === undefined) return { error: 'it does not support this work item' };
    const result = await sendRequest({ name, ...server }, request);
    if ('error' in result) return result;
    data.push(item.normalize(dialectOf(name), result.data));
  }
  return { data };
}

function describeDifference(
  item: WorkItem,
  server: string,
  actual: unknown,
  first: ServerName | undefined,
  expected: unknown,
): string {
  const abbreviate = (value: unknown): string => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';
  return `${item.title}: ${server} returns ${abbreviate(actual)}, but ${first} returns ${abbreviate(expected)}`;
}
