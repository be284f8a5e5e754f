import type { DocumentNode, ExecutionResult, GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { Plans } from './compile/plans.js';
import type { Slots } from './compile/slots.js';
import type { Plan } from './compile/statement.js';
import { cypherFile } from './neo4j/cypher-file.js';
import type { Database } from './neo4j/database.js';
import type { Caller } from './read/caller.js';
import { timeLeft } from './read/deadline.js';
import type { Reader } from './read/reader.js';
import { readWhole } from './read/torn-read.js';

/** How far one request's operation has come. */
export interface Execution {
  /** What was found before Apollo Server was asked, which then executes nothing and words it. */
  found?: ExecutionResult;
  /** What Apollo Server had executed, once it has. */
  executed?: { readonly document: DocumentNode; readonly operationName: string | null };
}

/** What one request's resolvers share. */
export class Context {
  /** One object for all copies: Apollo Server makes a copy of the context for each operation. */
  readonly execution: Execution = {};
  private slots: Map<string | number, Slots> | undefined;

  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly reader: Reader,
    private readonly caller: Caller,
  ) {}

  /** The id of the request. */
  get requestId(): string {
    return this.caller.requestId;
  }

  /** Compiles a root field with its selection, runs the one statement, and gives its row; null where nothing is found. */
  async read<T>(info: GraphQLResolveInfo): Promise<T> {
    const plan = this.plans.of(info);
    if (plan.slots.size > 0) (this.slots ??= new Map<string | number, Slots>()).set(info.path.key, plan.slots);
    return (await this.readBy(plan, info)) as T; // compiled from the schema that types this row
  }

  /** The same where the row is word for word the answer; undefined where resolvers have to make it of the row. */
  readVerbatim(info: GraphQLResolveInfo): Promise<unknown> | undefined {
    const plan = this.plans.of(info);
    return plan.isVerbatim ? this.readBy(plan, info) : undefined;
  }

  /** Runs a statement of `cypher/` that takes no parameters, and gives its one row. */
  async readFile<T>(name: string): Promise<T> {
    const { requestId, deadline, cancellation } = this.caller;
    const timeoutMs = timeLeft(name, deadline);
    const requestIds = [requestId];
    const statement = { name, text: cypherFile(name), parameters: {}, timeoutMs, requestIds, cancellation };
    const [row] = await this.database.read(statement);
    return (row?.['data'] ?? null) as T; // the file's header promises this row
  }

  /** A field's value in its parent's row; numbered where the operation asks for it with several arguments. */
  value<K extends string, T>(row: Readonly<Record<K, T>>, key: K, info: GraphQLResolveInfo): T {
    const slot = this.slots ? this.slotOf(key, info) : key;
    return row[slot as K]; // every numbered slot holds what the unnumbered one would
  }

  private readBy(plan: Plan, { variableValues }: GraphQLResolveInfo): Promise<unknown> {
    return readWhole(() => this.reader.read(plan, variableValues, this.caller));
  }

  private slotOf(key: string, { fieldNodes, parentType, path }: GraphQLResolveInfo): string {
    const slots = this.slots?.get(rootKey(path));
    for (const node of fieldNodes) {
      const slot = slots?.get(node)?.get(parentType.name);
      if (slot !== undefined) return slot;
    }
    return key;
  }
}

function rootKey(path: ResponsePath): string | number {
  return path.prev ? rootKey(path.prev) : path.key;
}
