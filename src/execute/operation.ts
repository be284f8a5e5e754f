import {
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import { PlanCache, type PlanSettings } from '../compile/plan-cache.js';
import { OperationCost } from '../cost/operation-cost.js';
import { AtlasError } from '../errors.js';
import type { Context } from './context.js';
import { newExecutor, type Executor, type ExecutorKind, type Variables } from './executor.js';

/** The settings that all operations of a server share. */
export interface OperationSettings extends PlanSettings {
  readonly executor: ExecutorKind;
  /** Maximum cost of an operation. */
  readonly costLimit: number;
  /** Returns an error as clients see it; logs and counts it. */
  readonly formatError: (error: GraphQLError, requestId: string) => GraphQLFormattedError;
}

/**
 * The cost of planning one character of a statement. Neo4j's planning time is proportional to the length of the
 * statement, whatever its structure: 1 ms per character just after Neo4j has started, a third of that later.
 */
const costPerCharacter = 100;

/** Maximum number of errors in the values of variables that a response reports. */
const maxErrors = 5;

/** The extensions of a response: its cost, as soon as it is computed. */
interface ResponseExtensions {
  cost?: { readonly cost: number; readonly limit: number };
}

/** One operation of a validated document. Its plans, cost and executor are computed once and reused. */
export class Operation {
  private readonly plans: PlanCache;
  private readonly responseCost: OperationCost;
  private executor: Executor | undefined;

  constructor(
    private readonly settings: OperationSettings,
    private readonly document: DocumentNode,
    private readonly definition: OperationDefinitionNode,
    /** The SHA-256 of the document's text; empty if unknown. */
    private readonly hash: string,
  ) {
    this.plans = new PlanCache(settings, document, definition);
    this.responseCost = new OperationCost(settings.schema, document, definition);
  }

  /** The kind of operation, such as `query`. */
  get kind(): string {
    return this.definition.operation;
  }

  /** Its name, or the hash of its document if it is anonymous. */
  get label(): string {
    return this.definition.name?.value ?? this.hash;
  }

  /** The names of its root fields and of the fragments at its root; `...` for an inline fragment. */
  get rootFields(): string[] {
    const { selections } = this.definition.selectionSet;
    return selections.map((selection) => (selection.kind === Kind.INLINE_FRAGMENT ? '...' : selection.name.value));
  }

  /** Executes it for one request within the cost limit, and returns the response as clients see it. */
  async respond(context: Context, variables: Variables): Promise<FormattedExecutionResult> {
    const { formatError } = this.settings;
    const { caller } = context;
    const { id: requestId } = caller.requestId;
    const extensions: ResponseExtensions = {};
    caller.operation = this;
    caller.extensions = extensions;
    let result: ExecutionResult;
    try {
      result = await this.execute(context, variables, extensions);
    } catch (error) {
      // An error before the first field is resolved, such as a directive whose condition is null.
      result = { errors: [toGraphQLError(error)] };
    }
    const { data, errors } = result;
    if (!errors) return { data: data ?? null, extensions: { ...extensions } };
    const formatted = errors.map((error) => formatError(error, requestId));
    return {
      errors: formatted,
      ...(data === undefined ? {} : { data }),
      extensions: { ...extensions, requestId },
    };
  }

  private async execute(
    context: Context,
    variables: Variables,
    extensions: ResponseExtensions,
  ): Promise<ExecutionResult> {
    const { schema, executor, costLimit } = this.settings;
    const { operation: kind, variableDefinitions = [] } = this.definition;
    if (!schema.getRootType(kind)) throw unsupportedError(kind);
    const cost = this.responseCost.estimate(variables);
    extensions.cost = { cost, limit: costLimit };
    if (cost > costLimit)
      throw this.newCostError(cost, 'smaller pages (first, last, limit) or fewer fields', variables);
    const { errors, coerced } = getVariableValues(schema, variableDefinitions, variables, { maxErrors });
    if (errors) return { errors: errors.map(toBadInputError) };
    const { plans, length } = this.plans.get(coerced);
    const totalCost = cost + costPerCharacter * length;
    extensions.cost = { cost: totalCost, limit: costLimit };
    if (totalCost > costLimit) throw this.newCostError(totalCost, 'fewer lists, types and conditions', variables);
    context.plans = plans;
    // Created lazily, because compilation takes time.
    this.executor ??= newExecutor(executor, schema, this.document, this.definition);
    return this.executor(context, coerced, variables);
  }

  private newCostError(cost: number, advice: string, variables: Variables): GraphQLError {
    const { costLimit: limit } = this.settings;
    const path = this.responseCost.costliestPath(variables);
    const message =
      `An operation may cost at most ${limit}, but this one costs ${cost}. ` +
      `Request ${advice}${path === '' ? '' : `, especially along ${path}`}.`;
    return new GraphQLError(message, { extensions: { code: 'COST_LIMIT_EXCEEDED', cost, limit } });
  }
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof AtlasError) return new GraphQLError(error.message, { extensions: { code: error.code } });
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

function toBadInputError({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}

function unsupportedError(kind: string): GraphQLError {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  return new GraphQLError(`Schema is not configured to execute ${kind} operation.`, { extensions });
}
