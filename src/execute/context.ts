import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../batch/caller.js';
import type { StatementRunner } from '../batch/statement-runner.js';
import type { PlanSet } from '../compile/plan-cache.js';
import { decodeCounts, InconsistentReadError } from '../compile/decoding.js';
import type { Statement } from '../neo4j/database.js';

/** How many times an inconsistent read is sent, including the first time. */
const maxAttempts = 3;

/** Neo4j's code for a node or relationship that was removed while a statement used it. */
const entityNotFoundCode = 'Neo.ClientError.Statement.EntityNotFound';

/** The state that the resolvers of one request share. */
export class Context {
  /** The data versions at the end of its statements; includes undefined if one is unknown. */
  readonly versions = new Set<string | undefined>();
  /** The plans of the operation; set before its first resolver runs. */
  plans: PlanSet['plans'] | undefined;

  constructor(
    private readonly statements: StatementRunner,
    /** The request that is executed. */
    readonly caller: Caller,
  ) {}

  /** Reads a root field and its selection with one statement; null if nothing matches. */
  read<T>(info: GraphQLResolveInfo): Promise<T> {
    const plan = this.plans?.get(String(info.path.key));
    if (!plan) throw new TypeError(`Query.${info.fieldName} must be planned before it is resolved.`);
    if (plan instanceof Error) throw plan;
    return retryInconsistentReads(async () => {
      const { data, version } = await this.statements.read(plan, info.variableValues, this.caller);
      this.versions.add(version);
      const { rows: rowsBefore } = decodeCounts;
      const row = plan.decode(data) as T; // compiled from the schema that types this row
      this.caller.rows += decodeCounts.rows - rowsBefore;
      return row;
    });
  }

  /** Runs a statement without parameters, and returns the column `data` of its only row. */
  async readStatement<T>(statement: Pick<Statement, 'name' | 'text'>): Promise<T> {
    const { data, version } = await this.statements.readAlone({ ...statement, parameters: {} }, this.caller);
    this.versions.add(version);
    this.caller.rows += 1;
    return data as T; // the statement's description promises this row
  }
}

/**
 * Repeats a read whose values contradict each other. A statement in Neo4j sees every commit immediately, so an entity
 * may be removed after the statement has matched it and before the statement reads its properties.
 */
export async function retryInconsistentReads<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (attempt === maxAttempts || !isInconsistent(error)) throw error;
    }
  }
}

function isInconsistent(error: unknown): boolean {
  if (error instanceof InconsistentReadError) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === entityNotFoundCode;
}
