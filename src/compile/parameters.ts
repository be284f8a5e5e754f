import Cypher from '@neo4j/cypher-builder';
import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import type { Entry } from './entry.js';
import type { Described } from './interpreted/description.js';

/** Takes a parameter's value out of the coerced arguments of its field. */
export type ReadArgument = (args: Readonly<Record<string, unknown>>) => unknown;

/** A field with arguments, as far as binding needs to know it. */
export interface Argued {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** What an entry takes out of the arguments of its field. */
type BoundEntry = Pick<Entry, 'parameters' | 'travel'>;

/** The coerced arguments of a field. */
export type ArgumentsOf = (field: Argued) => Readonly<Record<string, unknown>>;

/** A part of a description, by its name. */
export type PartOf = (name: string) => Cypher.Expr;

interface Parameter {
  readonly name: string;
  readonly value: (argsOf: ArgumentsOf) => unknown;
}

/** The values of one execution: `item` differs from request to request, `shared` is equal for all that travel together. */
export interface BoundParameters {
  readonly item: Record<string, unknown>;
  readonly shared: Record<string, unknown>;
  /** How many requests may travel together; 0 where each has to go alone. */
  readonly seats: number;
}

/**
 * The one parameter of a statement: a map of the requests, each a map of its values, and of what they share. Neo4j plans a
 * text anew for each order of magnitude that the length of a list or a string may have, but does not look into maps.
 */
export const sentName = 'batch';

const sent = new Cypher.NamedParam(sentName);

/** The list of the requests that a statement answers. */
export const requestList = sent.property('requests');

/** A value that the requests of a statement share. */
export function sharedValue(name: string): Cypher.Property {
  return sent.property(name);
}

/** What is sent along with a statement that answers these requests. */
export function sentAlong(
  requests: readonly BoundParameters['item'][],
  shared: BoundParameters['shared'],
): Record<string, unknown> {
  return { batch: { ...shared, requests } };
}

/** What a statement calls the map of one request's values. */
export const requestName = 'p';

/** How many requests one batch may hold at most. */
const mostSeats = 64;

/** How many rows a batch may have interpreted at most, of all its requests together. */
const mostRows = 4_096;

/** The parameters of a statement: named while it is compiled, filled from the variables each time it runs. */
export class Parameters {
  /** The map with one request's values; a statement answers a batch of requests. */
  readonly request = new Cypher.NamedVariable(requestName);
  private readonly items: Parameter[] = [];
  private readonly limits: Parameter[] = [];
  private readonly interpreted: Pick<Described, 'describe' | 'rows'>[] = [];
  private begun: { readonly field: Argued; readonly entry: BoundEntry } | undefined;

  /** A value that may differ between the requests of a batch. */
  item(field: Argued, read: ReadArgument): Cypher.Property {
    return this.request.property(this.add((argsOf) => read(argsOf(field))));
  }

  /** The description of what is selected of a row, which may differ between the requests of a batch. */
  description(row: Pick<Described, 'describe' | 'rows'>): PartOf {
    this.interpreted.push(row);
    const description = this.request.property(this.add((argsOf) => row.describe(argsOf)));
    return (name) => description.property(name);
  }

  /** Whether the statement interprets anything. */
  get isInterpreted(): boolean {
    return this.interpreted.length > 0;
  }

  /** A page size: Cypher takes no row's value in LIMIT, so it is a parameter of the whole statement. */
  limit(field: Argued, read: ReadArgument): Cypher.Property {
    const name = `l${this.limits.length}`;
    this.limits.push({ name, value: (argsOf) => read(argsOf(field)) });
    return sharedValue(name);
  }

  /** Parameters of the statement's entry: its own for each request, the others of the statement as a whole. */
  entry(field: Argued, entry: BoundEntry): void {
    this.begun = { field, entry };
  }

  /** The values for one request; throws BAD_USER_INPUT for what only a value can show, such as a broken cursor. */
  bind(variables: Readonly<Record<string, unknown>>): BoundParameters {
    const args = new Map<FieldNode, Record<string, unknown>>();
    const argsOf = ({ definition, node }: Argued): Record<string, unknown> => {
      const known = args.get(node) ?? getArgumentValues(definition, node, variables);
      args.set(node, known);
      return known;
    };
    const fill = (parameters: readonly Parameter[]): Record<string, unknown> =>
      Object.fromEntries(parameters.map(({ name, value }) => [name, value(argsOf)]));
    const [item, shared] = [fill(this.items), fill(this.limits)];
    const seats = this.seatsOf(argsOf);
    if (this.begun === undefined) return { item, shared, seats };
    const { field, entry } = this.begun;
    const values = argsOf(field);
    const own = entry.travel?.own ?? [];
    for (const [name, value] of Object.entries(entry.parameters(values))) {
      (own.includes(name) ? item : shared)[name] = value;
    }
    return { item, shared, seats: Math.min(entry.travel?.seats(values) ?? 0, seats) };
  }

  private add(value: Parameter['value']): string {
    const name = `a${this.items.length}`;
    this.items.push({ name, value });
    return name;
  }

  // One statement may interpret much or little: the more, the fewer requests share a batch, so that none waits long.
  private seatsOf(argsOf: ArgumentsOf): number {
    if (!this.isInterpreted) return mostSeats;
    const rows = this.interpreted.reduce((sum, row) => sum + row.rows(argsOf), 0);
    return [mostSeats, mostSeats / 4, mostSeats / 16].find((seats) => seats * rows <= mostRows) ?? 1;
  }
}
