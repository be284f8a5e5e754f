import { LRUCache } from 'lru-cache';
import { sentAlong, type BoundParameters } from '../compile/parameters.js';
import type { Plan } from '../compile/statement.js';
import type { Database } from '../neo4j/database.js';
import type { Caller } from './caller.js';
import { timeLeft } from './deadline.js';
import { LastMade } from './last-made.js';
import { SameOnce } from './same-once.js';
import { TravelGroup } from './travel-group.js';
import { valuesKey } from './values-key.js';

/** Of how many statements, each with its limits, the pace is remembered. */
const mostGroups = 2_000;

/** Runs plans: those of bounded cost together with others that share their statement, identical ones once. */
export class Reader {
  // Least recently used ones go, in the middle of a journey too: their passengers arrive all the same.
  private readonly groups = new LRUCache<string, TravelGroup>({ max: mostGroups });

  private readonly alone = new SameOnce();
  private readonly rows = new LastMade<unknown>();

  constructor(private readonly database: Database) {}

  /** The row that a plan gives for some variables, which others may get too; null where it finds nothing. */
  async read(plan: Plan, variables: Readonly<Record<string, unknown>>, caller: Caller): Promise<unknown> {
    const packed = await this.find(plan, variables, caller);
    return this.rows.by([packed, plan.read], () => plan.read(packed));
  }

  private find(plan: Plan, variables: Readonly<Record<string, unknown>>, caller: Caller): Promise<unknown> {
    const bound = plan.bind(variables);
    if (bound.seats > 0) return this.groupOf(plan, bound).run(bound.item, caller);
    const question = `${plan.digest} ${valuesKey(bound.shared)} ${valuesKey(bound.item)}`;
    return this.alone.run(question, caller.cancellation, () => this.readAlone(plan, bound, caller));
  }

  private async readAlone(
    { name, text }: Plan,
    { item, shared }: BoundParameters,
    { requestId, deadline, cancellation }: Caller,
  ): Promise<unknown> {
    const timeoutMs = timeLeft(name, deadline);
    const statement = {
      name,
      text,
      parameters: sentAlong([item], shared),
      timeoutMs,
      requestIds: [requestId],
      cancellation,
      isUnbounded: true,
    };
    const [row] = await this.database.read(statement);
    return row?.['data'] ?? null;
  }

  private groupOf({ name, text, digest }: Plan, { shared, seats }: BoundParameters): TravelGroup {
    // Root fields may share a text, but each has its own name in the metrics and in Neo4j's query log.
    const key = `${name} ${digest} ${seats} ${valuesKey(shared)}`;
    const known = this.groups.get(key);
    if (known) return known;
    const group = new TravelGroup(this.database, { name, text, shared, seats });
    this.groups.set(key, group);
    return group;
  }
}
