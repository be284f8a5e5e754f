import type { Database } from '../../src/neo4j/database.js';
import { defaultHttpConfig } from '../../src/http/http-config.js';
import { startServer, type GraphqlResponse, type StartedServer } from '../setup/api.js';
import { findFirstDifference } from './compare-responses.js';
import type { TestCase, CaseRequest } from './generate-test-cases.js';
import type { Evaluator } from './evaluator/evaluate.js';
import type { Mode } from './modes.js';

// Generated queries may be expensive; these tests check only correctness.
const http = {
  ...defaultHttpConfig,
  operationTimeoutMs: 600_000,
  costLimit: Number.MAX_SAFE_INTEGER,
  aliasLimit: 10_000,
  directiveLimit: 10_000,
  depthLimit: 100,
  bodyLimit: 10_000_000,
  rateLimit: 0,
};

/** The maximum number of earlier requests that a failure lists. */
const maxHistoryLines = 100;

/** Sends the requests of a test case to new servers; throws at the first response that differs from the evaluator's. */
export async function runTestCase(
  testCase: TestCase,
  mode: Mode,
  database: Database,
  evaluator: Evaluator,
): Promise<void> {
  const servers = new TestServers(mode, database);
  try {
    await mode.prepare?.();
    await servers.sendGroups(testCase.groups, evaluator);
  } finally {
    await servers.close();
  }
}

/** The servers of a mode, and a history of their requests. */
export class TestServers {
  private servers: StartedServer[] = [];
  private readonly history: string[] = [];
  private requestCount = 0;

  constructor(
    private readonly mode: Mode,
    private readonly database: Database,
  ) {}

  /** Adds an event to the history that a failure lists. */
  addEvent(event: string): void {
    this.history.push(`-- ${event}`);
  }

  /** Sends groups of requests one after the other; compares each response with the evaluator's, if one is passed. */
  async sendGroups(groups: TestCase['groups'], evaluator?: Evaluator): Promise<void> {
    for (const requests of groups) {
      if (this.servers.length === 0 || this.mode.hasNewServers) await this.restart();
      const responses = await Promise.all(requests.map((request, index) => this.send(request, index > 0)));
      if (!evaluator) continue;
      for (const [index, request] of requests.entries()) this.checkResponse(request, responses[index] ?? {}, evaluator);
    }
  }

  /** Closes the servers. */
  async close(): Promise<void> {
    await Promise.all(this.servers.splice(0).map((server) => server.close()));
  }

  private send(request: CaseRequest, isConcurrent: boolean): Promise<GraphqlResponse<unknown>> {
    const serverIndex = this.requestCount % this.servers.length;
    this.requestCount += 1;
    this.history.push(`${isConcurrent ? 'concurrently, ' : ''}server ${serverIndex}: ${formatRequest(request)}`);
    const server = this.servers[serverIndex];
    if (!server) throw new Error('Expected a mode with at least one server, found none.');
    return server.send(request.query, request.variables, request.operationName);
  }

  private checkResponse(request: CaseRequest, response: GraphqlResponse<unknown>, evaluator: Evaluator): void {
    const difference = findFirstDifference(evaluator.evaluate(request), response, request.isFaulty);
    if (difference === undefined) return;
    const log = this.servers.flatMap((server) => server.log).join('');
    throw new Error(
      `Servers: ${this.mode.title}, ${JSON.stringify(this.mode.servers)}.\nDocument:\n${request.query}\nRequest: ${formatRequest(request)}\n` +
        `${difference}\nEarlier requests:\n${formatHistory(this.history)}\nLogged:\n${log.slice(0, 4_000)}`,
    );
  }

  private async restart(): Promise<void> {
    await this.close();
    this.servers = await Promise.all(this.mode.servers.map((read) => startServer(this.database, { http, read })));
  }
}

function formatRequest({ operationName, variables }: CaseRequest): string {
  return `${operationName} ${JSON.stringify(variables)}`;
}

function formatHistory(history: readonly string[]): string {
  const omitted = history.length > maxHistoryLines ? [`(${history.length - maxHistoryLines} more before)`] : [];
  return [...omitted, ...history.slice(-maxHistoryLines)].join('\n');
}
