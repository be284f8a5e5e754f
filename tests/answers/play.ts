import type { Database } from '../../src/neo4j/database.js';
import { defaultHttpConfig } from '../../src/http/http-config.js';
import { startServer, type Answer, type StartedServer } from '../setup/api.js';
import { firstDifference } from './compare.js';
import type { Case, Request } from './draw-case.js';
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
const maxLines = 100;

/** Sends the requests of a test case to new servers; throws at the first response that differs from the evaluator's. */
export async function play(drawn: Case, mode: Mode, database: Database, evaluator: Evaluator): Promise<void> {
  const crew = new Crew(mode, database);
  try {
    await mode.prepare?.();
    await crew.ask(drawn.waves, evaluator);
  } finally {
    await crew.close();
  }
}

/** The servers of a mode, and a history of their requests. */
export class Crew {
  private servers: StartedServer[] = [];
  private readonly story: string[] = [];
  private turn = 0;

  constructor(
    private readonly mode: Mode,
    private readonly database: Database,
  ) {}

  /** Adds an event to the history that a failure lists. */
  note(event: string): void {
    this.story.push(`-- ${event}`);
  }

  /** Sends groups of requests one after the other; compares each response with the evaluator's, if one is passed. */
  async ask(waves: Case['waves'], evaluator?: Evaluator): Promise<void> {
    for (const wave of waves) {
      if (this.servers.length === 0 || this.mode.areRenewed) await this.renew();
      const answers = await Promise.all(wave.map((request, index) => this.send(request, index > 0)));
      if (!evaluator) continue;
      for (const [index, request] of wave.entries()) this.judge(request, answers[index] ?? {}, evaluator);
    }
  }

  /** Closes the servers. */
  async close(): Promise<void> {
    await Promise.all(this.servers.splice(0).map((server) => server.close()));
  }

  private send(request: Request, isAtOnce: boolean): Promise<Answer<unknown>> {
    const number = this.turn % this.servers.length;
    this.turn += 1;
    this.story.push(`${isAtOnce ? 'concurrently, ' : ''}server ${number}: ${shown(request)}`);
    const server = this.servers[number];
    if (!server) throw new Error('Expected a mode with at least one server, found none.');
    return server.send(request.query, request.variables, request.operationName);
  }

  private judge(request: Request, answer: Answer<unknown>, evaluator: Evaluator): void {
    const difference = firstDifference(evaluator.answer(request), answer, request.isFaulty);
    if (difference === undefined) return;
    const log = this.servers.flatMap((server) => server.log).join('');
    throw new Error(
      `Servers: ${this.mode.title}, ${JSON.stringify(this.mode.servers)}.\nDocument:\n${request.query}\nRequest: ${shown(request)}\n` +
        `${difference}\nEarlier requests:\n${linesOf(this.story)}\nLogged:\n${log.slice(0, 4_000)}`,
    );
  }

  private async renew(): Promise<void> {
    await this.close();
    this.servers = await Promise.all(this.mode.servers.map((read) => startServer(this.database, { http, read })));
  }
}

function shown({ operationName, variables }: Request): string {
  return `${operationName} ${JSON.stringify(variables)}`;
}

function linesOf(story: readonly string[]): string {
  const left = story.length > maxLines ? [`(${story.length - maxLines} more before)`] : [];
  return [...left, ...story.slice(-maxLines)].join('\n');
}
