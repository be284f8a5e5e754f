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
  private own: Plan | undefined;
  private isPlanned = false;

  constructor(
    private readonly entries: Entries,
    /** How often it is interpreted before it has a statement of its own. */
    private readonly compileAfter: number,
  ) {}

  /** The plan to answer the question by this time. */
  next(info: GraphQLResolveInfo): Plan {
    if (this.own && this.isPlanned) return this.own;
    this.uses += 1;
    if (this.compileAfter > 0) {
      const plan = (this.interpreting ??= compileRoot(info, this.entries, true));
      if (!plan.isInterpreted) return this.settle(compileRoot(info, this.entries));
      // While Neo4j plans what one of them brings, the others need not wait for it.
      if (this.uses % (this.compileAfter + 1) !== 0) return plan;
    }
    return this.first(info);
  }

  private first(info: GraphQLResolveInfo): Plan {
    const own = (this.own ??= compileRoot(info, this.entries));
    if (this.compileAfter === 0) return this.settle(own);
    const read = (packed: unknown): unknown => {
      this.settle(own);
      return own.read(packed);
    };
    return { ...own, read };
  }

  private settle(plan: Plan): Plan {
    this.own = plan;
    this.isPlanned = true;
    this.interpreting = undefined;
    return plan;
  }
}
