import { sentAlong, type BoundParameters } from '../compile/parameters.js';
import { AtlasError } from '../errors.js';
import type { Database, Row } from '../neo4j/database.js';
import type { Caller } from './caller.js';
import { timeLeft } from './deadline.js';
import { Lanes } from './lanes.js';
import { Pace } from './pace.js';
import { valuesKey } from './values-key.js';

/** What of a plan a group of requests shares: the same text with the same limits. */
export interface Shared {
  readonly name: string;
  readonly text: string;
  readonly shared: Record<string, unknown>;
  /** How many requests one batch may hold at most. */
  readonly seats: number;
}

interface Passenger {
  readonly item: BoundParameters['item'];
  readonly requestId: string;
  readonly deadline: number;
  readonly data: Promise<unknown>;
  readonly resolve: (data: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Those who have not arrived, by what they ask, so that two who ask the same take one seat. */
type Passengers = Map<string, Passenger>;

/**
 * Requests that share a statement: sent one by one while few are under way, so that nothing waits when idle, and
 * together as a batch when they come faster than Neo4j answers.
 */
export class TravelGroup {
  // New maps for every batch: one that lived on would carry those who have arrived along into old memory.
  private waiting: Passengers = new Map();
  private underWay: readonly Passengers[] = [];
  private isCalled = false;
  private readonly lanes = new Lanes(() => this.depart());
  private readonly pace: Pace;

  constructor(
    private readonly database: Database,
    private readonly statement: Shared,
  ) {
    this.pace = new Pace(statement.seats);
  }

  /** The data of one request. */
  run(item: BoundParameters['item'], caller: Caller): Promise<unknown> {
    const key = valuesKey(item);
    const known = this.waiting.get(key) ?? this.underWay.find((batch) => batch.has(key))?.get(key);
    if (known) return known.data;
    const passenger = newPassenger(item, caller);
    this.waiting.set(key, passenger);
    this.call();
    return passenger.data;
  }

  // All that have come in this turn of the event loop leave together; that costs nothing when idle.
  private call(): void {
    if (this.isCalled || !this.lanes.isFree) return;
    this.isCalled = true;
    setImmediate(() => {
      this.isCalled = false;
      this.depart();
    });
  }

  private depart(): void {
    while (this.lanes.isFree && this.waiting.size > 0) {
      const batch = this.board();
      this.underWay = [...this.underWay, batch];
      const giveBack = this.lanes.take(this.pace.slowMs);
      void this.travel(batch).finally(() => {
        this.underWay = this.underWay.filter((other) => other !== batch);
        giveBack();
      });
    }
  }

  private board(): Passengers {
    const { waiting } = this;
    const { seats } = this.pace;
    if (waiting.size <= seats) {
      this.waiting = new Map();
      return waiting;
    }
    const all = [...waiting];
    this.waiting = new Map(all.slice(seats));
    return new Map(all.slice(0, seats));
  }

  private async travel(passengers: Passengers): Promise<void> {
    const isShared = passengers.size > 1;
    try {
      await this.send(passengers);
      passengers.forEach(({ resolve }) => resolve(null));
    } catch (error) {
      if (!isShared || isGone(error)) passengers.forEach(({ reject }) => reject(error));
      // Whose fault it was, a batch does not say: each who has not arrived goes again by itself.
      else await Promise.all([...passengers].map((passenger) => this.travel(new Map([passenger]))));
    }
  }

  private async send(passengers: Passengers): Promise<void> {
    const { name, text, shared } = this.statement;
    const aboard = [...passengers];
    const parameters = sentAlong(
      aboard.map(([, { item }]) => item),
      shared,
    );
    const requestIds = aboard.map(([, { requestId }]) => requestId);
    const timeoutMs = timeOf(name, aboard);
    const startedAt = performance.now();
    const onRow = ({ i, data }: Row): void => {
      const [key, passenger] = aboard[Number(i)] ?? [];
      if (key === undefined || passenger === undefined) return;
      passengers.delete(key);
      passenger.resolve(data);
    };
    try {
      await this.database.read({ name, text, parameters, timeoutMs, requestIds, onRow });
    } finally {
      this.pace.learn(aboard.length, performance.now() - startedAt);
    }
  }
}

function newPassenger(item: BoundParameters['item'], { requestId, deadline }: Caller): Passenger {
  let [resolve, reject]: [Passenger['resolve'], Passenger['reject']] = [() => undefined, () => undefined];
  const data = new Promise((fulfil, fail) => ([resolve, reject] = [fulfil, fail]));
  return { item, requestId, deadline, data, resolve, reject };
}

// Half of the time is kept for those of a batch that has to be sent again one by one.
function timeOf(name: string, passengers: readonly (readonly [string, Passenger])[]): number {
  const left = timeLeft(name, Math.max(...passengers.map(([, { deadline }]) => deadline)));
  return passengers.length > 1 ? Math.ceil(left / 2) : left;
}

// Where Neo4j itself cannot be reached, going again one by one would only be refused as often.
function isGone(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_UNAVAILABLE';
}
