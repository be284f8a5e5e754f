import type { GraphQLResolveInfo } from 'graphql';
import type { Entries } from './entry.js';
import { compileRoot, type Plan } from './statement.js';

/**
 * The plans of one question, in two tiers. Neo4j plans a statement for far longer than it takes to answer it, so what is
 * asked now and then is answered by a statement that other questions share, which interprets it, and only what is asked
 * often gets a statement of its own, which Neo4j answers somewhat faster.
 */
export class Tiers {
  private uses = 0;
  private interpreting: Plan | undefined;
  private settled: Plan | undefined;

  constructor(
    private readonly entries: Entries,
    /** How often it is interpreted before it has a statement of its own. */
    private readonly compileAfter: number,
  ) {}

  /** The plan to answer the question by this time. */
  next(info: GraphQLResolveInfo): Plan {
    if (this.settled) return this.settled;
    const plan = (this.interpreting ??= compileRoot(info, this.entries, this.compileAfter > 0));
    if (!plan.isInterpreted) return this.settle(plan);
    this.uses += 1;
    // While Neo4j plans what one of them brings, the others need not wait for it.
    return this.uses % (this.compileAfter + 1) === 0 ? this.settlesOnceRead(compileRoot(info, this.entries)) : plan;
  }

  private settlesOnceRead(plan: Plan): Plan {
    return { ...plan, read: (packed) => this.settle(plan).read(packed) };
  }

  private settle(plan: Plan): Plan {
    this.settled = plan;
    this.interpreting = undefined;
    return plan;
  }
}
