import Cypher from '@neo4j/cypher-builder';
import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import type { Entry } from './entry.js';

/** Takes a parameter's value out of the coerced arguments of its field. */
export type ReadArgument = (args: Readonly<Record<string, unknown>>) => unknown;

/** A field with arguments, as far as binding needs to know it. */
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

/** The values of one execution: `item` differs from request to request, `shared` is equal for a whole batch. */
export interface BoundParameters {
  readonly item: Record<string, unknown>;
  readonly shared: Record<string, unknown>;
  /** Equal for equal `shared`. */
  readonly sharedKey: string;
  /** How many requests one batch may hold; 0 if the statement is not batched. */
  readonly maxBatchSize: number;
}

/**
 * The one parameter of a statement: a map of the requests, each a map of its values, and of what they share. Neo4j plans a
 * text anew for each order of magnitude that the length of a list or a string may have, but does not look into maps.
 */
export const batchName = 'batch';

const batch = new Cypher.NamedParam(batchName);

/** The list of the requests that a statement answers. */
export const requestList = batch.property('requests');

/** A value that the requests of a statement share. */
export function sharedValue(name: string): Cypher.Property {
  return batch.property(name);
}

/** The parameters of a statement that answers these requests. */
export function batchParameters(
  requests: readonly BoundParameters['item'][],
  shared: BoundParameters['shared'],
): Record<string, unknown> {
  return { [batchName]: { ...shared, requests } };
}

/** The variable of a statement that holds one request's values. */
export const requestName = 'p';

const maxBatchSize = 64;

/** The parameters of a statement: named while it is compiled, bound to the variables each time it runs. */
export class Parameters {
  /** The map with one request's values; a statement answers a batch of requests. */
  readonly request = new Cypher.NamedVariable(requestName);
  private readonly items: Parameter[] = [];
  private readonly limits: Parameter[] = [];
  private entry: { readonly field: FieldWithArguments; readonly entry: Entry } | undefined;

  /** A value that may differ between the requests of a batch. */
  item(field: FieldWithArguments, read: ReadArgument): Cypher.Property {
    const name = `a${this.items.length}`;
    this.items.push({ name, field, read });
    return this.request.property(name);
  }

  /** A page size: Cypher takes no row's value in LIMIT, so it is a parameter of the whole statement. */
  limit(field: FieldWithArguments, read: ReadArgument): Cypher.Property {
    const name = `l${this.limits.length}`;
    this.limits.push({ name, field, read });
    return sharedValue(name);
  }

  /** Adds the parameters of the file that the statement begins with. */
  addEntry(field: FieldWithArguments, entry: Entry): void {
    this.entry = { field, entry };
  }

  /** The values for one request; throws BAD_USER_INPUT for what only a value can show, such as a broken cursor. */
  bind(variables: Readonly<Record<string, unknown>>): BoundParameters {
    const argumentsOf = coerceOnce(variables);
    const item: Record<string, unknown> = {};
    const shared: Record<string, unknown> = {};
    for (const { name, field, read } of this.items) item[name] = read(argumentsOf(field));
    for (const { name, field, read } of this.limits) shared[name] = read(argumentsOf(field));
    if (!this.entry) return { item, shared, sharedKey: Object.values(shared).join(), maxBatchSize };
    const { field, entry } = this.entry;
    const args = argumentsOf(field);
    const batching = entry.batching?.(args);
    for (const [name, value] of Object.entries(entry.parameters(args))) {
      (batching?.own.includes(name) ? item : shared)[name] = value;
    }
    const sharedKey = JSON.stringify(Object.values(shared), (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    return { item, shared, sharedKey, maxBatchSize: batching?.maxSize ?? 0 };
  }
}

// Coerces the arguments of each field once.
function coerceOnce(variables: Readonly<Record<string, unknown>>): (field: FieldWithArguments) => Arguments {
  const known = new Map<FieldNode, Arguments>();
  return ({ definition, node }) => {
    const args = known.get(node) ?? getArgumentValues(definition, node, variables);
    known.set(node, args);
    return args;
  };
}
