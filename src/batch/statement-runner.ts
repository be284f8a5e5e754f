import { LRUCache } from 'lru-cache';
import { batchParameters, type BoundParameters } from '../compile/parameters.js';
import type { Plan } from '../compile/statement.js';
import type { Database, Statement } from '../neo4j/database.js';
import type { Caller } from './caller.js';
import { StatementBatcher, requireTimeLeft, type ReadResult } from './statement-batcher.js';

/** How many batchers to keep, each with the batch size that it has adapted to; the least recently used are evicted. */
const maxBatchers = 2_000;

/** Runs plans: those of bounded cost in batches, the others one by one. */
export class StatementRunner {
  // Eviction is safe while a batch runs: its pending requests keep the batcher alive.
  private readonly batchers = new LRUCache<string, StatementBatcher>({ max: maxBatchers });

  constructor(private readonly database: Database) {}

  /** Reads the data of one request with its plan. */
  read(plan: Plan, variables: Readonly<Record<string, unknown>>, caller: Caller): Promise<ReadResult> {
    const { name, text, parameters } = plan;
    const bound = parameters.bind(variables);
    if (bound.maxBatchSize > 0) {
      // Root fields may share a query text, but metrics and Neo4j's query log list each under its own name.
      const key = `${name} ${bound.maxBatchSize} ${bound.sharedKey} ${text}`;
      return (this.batchers.get(key) ?? this.addBatcher(key, plan, bound)).read(bound.item, caller);
    }
    const statement = { name, text, parameters: batchParameters([bound.item], bound.shared), isUnbounded: true };
    return this.readAlone(statement, caller);
  }

  /** Runs a statement for a single request. */
  async readAlone(
    statement: Pick<Statement, 'name' | 'text' | 'parameters' | 'isUnbounded'>,
    caller: Caller,
  ): Promise<ReadResult> {
    const { requestId, deadline, cancellation } = caller;
    const timeoutMs = requireTimeLeft(statement.name, deadline);
    let version: string | undefined;
    const queuedAt = performance.now();
    let sentAt: number | undefined;
    try {
      const [row] = await this.database.read({
        ...statement,
        ...{ timeoutMs, requestIds: [requestId], cancellation },
        onSent: (at) => (sentAt = at),
        onVersion: (endVersion) => (version = endVersion),
      });
      return { data: row?.['data'] ?? null, version };
    } finally {
      const endedAt = performance.now();
      caller.recordStatement(queuedAt, sentAt ?? endedAt, endedAt);
    }
  }

  private addBatcher(key: string, { name, text }: Plan, { shared, maxBatchSize }: BoundParameters): StatementBatcher {
    const batcher = new StatementBatcher(this.database, { name, text, shared, maxBatchSize });
    this.batchers.set(key, batcher);
    return batcher;
  }
}
