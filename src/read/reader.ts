import { LRUCache } from 'lru-cache';
import type { Plan } from '../compile/statement.js';
import type { Database } from '../neo4j/database.js';
import type { Caller } from './caller.js';
import { timeLeft } from './deadline.js';
import { Pace } from './pace.js';
import { TravelGroup } from './travel-group.js';

/** Of how many statements the pace is remembered. */
const mostPaces = 2_000;

/** Runs plans: those of bounded cost together with others that share their statement, identical ones once. */
export class Reader {
  private readonly groups = new Map<string, TravelGroup>();
  private readonly paces = new LRUCache<string, Pace>({ max: mostPaces });
  private readonly identical = new Map<string, Promise<unknown>>();

  constructor(private readonly database: Database) {}

  /** The data that a plan gives for some variables; null where it finds nothing. */
  read(plan: Plan, variables: Readonly<Record<string, unknown>>, caller: Caller): Promise<unknown> {
    const { item, shared } = plan.bind(variables);
    if (!plan.travels) return this.readAlone(plan, item, shared, caller);
    const group = plan.text + keyOf(shared);
    return this.once(group + keyOf(item), () => this.groupOf(group, plan, shared).run(item, caller));
  }

  private async readAlone(
    { name, text }: Plan,
    item: Record<string, unknown>,
    shared: Record<string, unknown>,
    { requestId, deadline, signal }: Caller,
  ): Promise<unknown> {
    const parameters = { batch: [item], ...shared };
    const timeoutMs = timeLeft(name, deadline);
    const [row] = await this.database.read({ name, text, parameters, timeoutMs, requestIds: [requestId], signal });
    return row?.['data'] ?? null;
  }

  private groupOf(key: string, { name, text }: Plan, shared: Record<string, unknown>): TravelGroup {
    const known = this.groups.get(key);
    if (known) return known;
    const statement = { name, text, shared, pace: this.paceOf(key) };
    const group = new TravelGroup(this.database, statement, () => this.groups.delete(key));
    this.groups.set(key, group);
    return group;
  }

  private paceOf(key: string): Pace {
    const pace = this.paces.get(key) ?? new Pace();
    this.paces.set(key, pace);
    return pace;
  }

  // Two who ask the same at the same time get the same answer.
  private once(key: string, run: () => Promise<unknown>): Promise<unknown> {
    const known = this.identical.get(key);
    if (known) return known;
    const running = run().finally(() => this.identical.delete(key));
    this.identical.set(key, running);
    return running;
  }
}

function keyOf(values: Record<string, unknown>): string {
  return JSON.stringify(values, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
