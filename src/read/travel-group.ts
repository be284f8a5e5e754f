import type { BoundParameters } from '../compile/parameters.js';
import type { Database } from '../neo4j/database.js';
import { AtlasError } from '../errors.js';
import type { Caller } from './caller.js';
import { timeLeft } from './deadline.js';
import type { Pace } from './pace.js';

/** How many batches of one statement may be under way before further requests wait for a seat in the next. */
const mostUnderWay = 2;

/** What of a plan a group of requests shares: the same text with the same limits. */
export interface Shared {
  readonly name: string;
  readonly text: string;
  readonly shared: Record<string, unknown>;
  readonly pace: Pace;
}

interface Passenger {
  readonly item: BoundParameters['item'];
  readonly requestId: string;
  readonly deadline: number;
  readonly resolve: (data: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Requests that share a statement: sent one by one while few are under way, so that nothing waits when idle, and
 * together as a batch when they come faster than Neo4j answers.
 */
export class TravelGroup {
  private readonly waiting: Passenger[] = [];
  private underWay = 0;

  constructor(
    private readonly database: Database,
    private readonly statement: Shared,
    /** Called when no request is left, so that the group can be forgotten. */
    private readonly onEmpty: () => void,
  ) {}

  /** The data of one request. */
  run(item: BoundParameters['item'], { requestId, deadline }: Caller): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, requestId, deadline, resolve, reject });
      // Requests of one turn of the event loop, such as the root fields of one operation, leave together.
      queueMicrotask(() => this.depart());
    });
  }

  private depart(): void {
    while (this.underWay < mostUnderWay && this.waiting.length > 0) {
      const passengers = this.waiting.splice(0, this.statement.pace.seats);
      this.underWay += 1;
      void this.travel(passengers).finally(() => {
        this.underWay -= 1;
        if (this.waiting.length > 0) this.depart();
        else if (this.underWay === 0) this.onEmpty();
      });
    }
  }

  private async travel(passengers: readonly Passenger[]): Promise<void> {
    try {
      const data = await this.send(passengers);
      passengers.forEach(({ resolve }, index) => resolve(data[index] ?? null));
    } catch (error) {
      if (passengers.length <= 1 || isGone(error)) passengers.forEach(({ reject }) => reject(error));
      // Whose fault it was, a batch does not say: each goes again by itself.
      else await Promise.all(passengers.map((passenger) => this.travel([passenger])));
    }
  }

  private async send(passengers: readonly Passenger[]): Promise<unknown[]> {
    const { name, text, shared, pace } = this.statement;
    const batch = passengers.map(({ item }) => item);
    const requestIds = passengers.map(({ requestId }) => requestId);
    const timeoutMs = timeOf(name, passengers);
    const startedAt = performance.now();
    try {
      const rows = await this.database.read({ name, text, parameters: { batch, ...shared }, timeoutMs, requestIds });
      const data: unknown[] = [];
      for (const row of rows) data[Number(row['i'])] = row['data'];
      return data;
    } finally {
      pace.learn(batch.length, performance.now() - startedAt);
    }
  }
}

// Half of the time is kept for those of a batch that has to be sent again one by one.
function timeOf(name: string, passengers: readonly Passenger[]): number {
  const left = timeLeft(name, Math.max(...passengers.map(({ deadline }) => deadline)));
  return passengers.length > 1 ? Math.ceil(left / 2) : left;
}

// Where Neo4j itself cannot be reached, going again one by one would only be refused as often.
function isGone(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_UNAVAILABLE';
}
