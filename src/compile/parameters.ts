import Cypher from '@neo4j/cypher-builder';
import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import type { Entry } from './entry.js';

/** Reads a parameter's value from the coerced arguments of its field. */
export type ReadArgument = (args: Readonly<Record<string, unknown>>) => unknown;

/** A selected field and its definition, from which its arguments are coerced. */
export interface FieldWithArguments {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

type Arguments = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly field: FieldWithArguments;
  readonly read: ReadArgument;
}

/** The parameter values of one request: `item` differs within a batch, `shared` is equal for all of its requests. */
export interface BoundParameters {
  readonly item: Record<string, unknown>;
  readonly shared: Record<string, unknown>;
  /** Equal if `shared` is equal. */
  readonly sharedKey: string;
  /** The maximum number of requests in a batch; 0 if the request is not batched. */
  readonly maxBatchSize: number;
}

/**
 * The only parameter of a statement: a map with the list of requests, each a map of its values, and with the shared
 * values. Neo4j plans a text again for each order of magnitude of the length of a list or string parameter, but ignores
 * the values inside a map.
 */
export const batchName = 'batch';

const batch = new Cypher.NamedParam(batchName);

/** The list of the requests in the batch. */
export const requestList = batch.property('requests');

/** A value that all requests of the batch share. */
export function sharedValue(name: string): Cypher.Property {
  return batch.property(name);
}

/** The parameters of a statement for a batch of requests; each request has its index in the batch. */
export function batchParameters(
  requests: readonly BoundParameters['item'][],
  shared: BoundParameters['shared'],
): Record<string, unknown> {
  const items = [];
  for (const [i, request] of requests.entries()) items.push({ ...request, i });
  return { [batchName]: { ...shared, requests: items } };
}

/** The name of the variable with the values of one request. */
export const requestName = 'p';

/** The variable with the values of one request. */
export const requestVariable = new Cypher.NamedVariable(requestName);

/** The index of that request in the batch. */
export const requestIndex = requestVariable.property('i');

const maxBatchSize = 64;

/** The parameters of a statement: declared while it is compiled, bound to the variables of each request. */
export class Parameters {
  private readonly items: Parameter[] = [];
  private readonly limits: Parameter[] = [];
  private entry: { readonly field: FieldWithArguments; readonly entry: Entry } | undefined;

  /** Declares a value that may differ between the requests of a batch; a hand-written query gives it a name. */
  addItem(field: FieldWithArguments, read: ReadArgument, name = `a${this.items.length}`): Cypher.Property {
    this.items.push({ name, field, read });
    return requestVariable.property(name);
  }

  /** Declares a page size, which the batch shares, because LIMIT cannot depend on a row. */
  addLimit(field: FieldWithArguments, read: ReadArgument): Cypher.Property {
    const name = `l${this.limits.length}`;
    this.limits.push({ name, field, read });
    return sharedValue(name);
  }

  /** Adds the parameters of the entry's query. */
  addEntry(field: FieldWithArguments, entry: Entry): void {
    this.entry = { field, entry };
  }

  /** Computes the values of one request; throws BAD_USER_INPUT for an invalid value, such as a malformed cursor. */
  bind(variables: Readonly<Record<string, unknown>>): BoundParameters {
    const argumentsOf = createArgumentReader(variables);
    const item: Record<string, unknown> = {};
    const shared: Record<string, unknown> = {};
    for (const { name, field, read } of this.items) item[name] = read(argumentsOf(field));
    for (const { name, field, read } of this.limits) shared[name] = read(argumentsOf(field));
    if (!this.entry) return { item, shared, sharedKey: Object.values(shared).join(), maxBatchSize };
    const { field, entry } = this.entry;
    const args = argumentsOf(field);
    const batching = entry.batching?.(args);
    for (const [name, value] of Object.entries(entry.parameters(args))) {
      (batching?.itemParameters.includes(name) ? item : shared)[name] = value;
    }
    const sharedKey = JSON.stringify(Object.values(shared), (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    return { item, shared, sharedKey, maxBatchSize: batching?.maxSize ?? 0 };
  }
}

// Coerces the arguments of each field once.
function createArgumentReader(variables: Readonly<Record<string, unknown>>): (field: FieldWithArguments) => Arguments {
  const argumentsByNode = new Map<FieldNode, Arguments>();
  return ({ definition, node }) => {
    const args = argumentsByNode.get(node) ?? getArgumentValues(definition, node, variables);
    argumentsByNode.set(node, args);
    return args;
  };
}
