import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type SourceLocation,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';
import { isCompilable } from './compilable.js';
import { isPlain, type PlainSchema } from './plain.js';
import { verbatimRun } from './verbatim.js';

/** What executes operations: those asked often are compiled once each, or all are interpreted by graphql-js. */
export type ExecutorKind = 'jit' | 'graphql-js';

/** Values of an operation's variables, as they came. */
type Variables = Readonly<Record<string, unknown>>;

/** Executes one operation for a request. */
export type Run = (context: Context, variables: Variables) => Promise<ExecutionResult>;

/** Executes the operations of documents that were validated, each prepared once for as long as its document is kept. */
export class Executor {
  private readonly runs = new WeakMap<DocumentNode, Map<string, Run>>();

  constructor(
    private readonly schema: GraphQLSchema,
    /** The same without the resolvers that plain operations do not need, which cost the compiled ones most. */
    private readonly plain: PlainSchema,
    private readonly kind: ExecutorKind,
    /** How often an operation is interpreted before it is compiled, which takes longer than to interpret it. */
    private readonly compileAfter: number,
    /** Is told of every operation to execute whether it was prepared already. */
    private readonly onRun: (isKnown: boolean) => void,
  ) {}

  /** What executes an operation of the document: the only one where no name is given. */
  of(document: DocumentNode, operationName: string | null): Run {
    let runs = this.runs.get(document);
    if (!runs) this.runs.set(document, (runs = new Map<string, Run>()));
    const name = operationName ?? '';
    const known = runs.get(name);
    this.onRun(known !== undefined);
    if (known) return known;
    const run = this.prepare(document, operationName);
    runs.set(name, run);
    return run;
  }

  private prepare(document: DocumentNode, operationName: string | null): Run {
    const { schema } = this;
    const operation = getOperationAST(document, operationName);
    const definitions = operation?.variableDefinitions ?? [];
    const interpreted: Run = async (contextValue, variableValues) =>
      execute({ schema, document, operationName, contextValue, variableValues });
    if (this.kind === 'graphql-js' || !isCompilable(schema, document, definitions)) return interpreted;
    let verbatim = operation ? verbatimRun(this.plain, document, operation) : undefined;
    let left = this.compileAfter;
    const compiled = compiledRun(() => (isPlain(document) ? this.plain.schema : schema), document, operationName);
    return async (context, variables) => {
      // The compiled operation knows no default of a required variable, nor the errors by which Apollo knows bad input.
      const { errors, coerced } = getVariableValues(schema, definitions, variables);
      if (errors) return { errors };
      const answer = verbatim?.(context, coerced);
      if (answer) return answer;
      // Once it was not, it is not asked again.
      verbatim = undefined;
      left -= 1;
      return left < 0 ? compiled(context, coerced) : interpreted(context, variables);
    };
  }
}

// Compiled as it is first needed: what answers verbatim never is, and to compile takes time and memory.
function compiledRun(schemaOf: () => GraphQLSchema, document: DocumentNode, operationName: string | null): Run {
  let query: CompiledQuery | ExecutionResult | undefined;
  return async (context, variables) => {
    query ??= compileQuery(schemaOf(), document, operationName ?? undefined, { disableLeafSerialization: true });
    const result = isCompiledQuery(query) ? await query.query(undefined, context, variables) : query;
    return result.errors
      ? { ...result, errors: result.errors.map((error) => asGraphQLError(error, document)) }
      : result;
  };
}

// The compiled executor's errors only look like GraphQL's; Apollo needs real ones.
function asGraphQLError(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  const { message, path, originalError, extensions, locations } = error;
  const lines = loc?.source.body.split('\n') ?? [];
  const offsetOf = ({ line, column }: SourceLocation): number =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
  return new GraphQLError(message, {
    path,
    originalError,
    extensions,
    source: loc?.source,
    positions: loc && locations?.map(offsetOf),
  });
}
