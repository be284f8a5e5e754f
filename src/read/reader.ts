import type { Plan } from '../compile/statement.js';
import type { Database } from '../neo4j/database.js';
import { TravelGroup } from './travel-group.js';

/** How many rows one batch may ask for at most, so that a heavy one does not hold its passengers long. */
const mostRows = 4_000;

/** How many requests one batch may hold at most. */
const mostSeats = 64;

/** Runs plans: those of bounded cost together with others that share their statement, identical ones once. */
export class Reader {
  private readonly groups = new Map<string, TravelGroup>();
  private readonly identical = new Map<string, Promise<unknown>>();

  constructor(private readonly database: Database) {}

  /** The data that a plan gives for some variables; null where it finds nothing. */
  read(plan: Plan, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { item, shared } = plan.bind(variables);
    if (!plan.travels) return this.readAlone(plan, item, shared);
    const group = plan.text + keyOf(shared);
    return this.once(group + keyOf(item), () => this.groupOf(group, plan, shared).run(item));
  }

  private async readAlone(
    { name, text }: Plan,
    item: Record<string, unknown>,
    shared: Record<string, unknown>,
  ): Promise<unknown> {
    const [row] = await this.database.read({ name, text, parameters: { batch: [item], ...shared } });
    return row?.['data'] ?? null;
  }

  private groupOf(key: string, { name, text }: Plan, shared: Record<string, unknown>): TravelGroup {
    const known = this.groups.get(key);
    if (known) return known;
    const statement = { name, text, shared, seats: seatsFor(shared) };
    const group = new TravelGroup(this.database, statement, () => this.groups.delete(key));
    this.groups.set(key, group);
    return group;
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

// The limits of nested pages multiply; those side by side add up, so this never guesses too few.
function seatsFor(shared: Record<string, unknown>): number {
  const rows = Object.values(shared).reduce<number>((product, limit) => product * Math.max(Number(limit), 1), 1);
  return Math.min(Math.max(Math.floor(mostRows / rows), 1), mostSeats);
}

function keyOf(values: Record<string, unknown>): string {
  return JSON.stringify(values, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
