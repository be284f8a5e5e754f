import Cypher from '@neo4j/cypher-builder';
import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import type { Entry } from './entry.js';

/** Takes a parameter's value out of the coerced arguments of its field. */
export type ReadArgument = (args: Readonly<Record<string, unknown>>) => unknown;

/** A field with arguments, as far as binding needs to know it. */
export interface Argued {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** What an entry takes out of the arguments of its field. */
type BoundEntry = Pick<Entry, 'parameters' | 'travel'>;

interface Parameter {
  readonly name: string;
  readonly field: Argued;
  readonly read: ReadArgument;
}

/** The values of one execution: `item` differs from request to request, `shared` is equal for all that travel together. */
export interface BoundParameters {
  readonly item: Record<string, unknown>;
  readonly shared: Record<string, unknown>;
  /** How many requests may travel together; 0 where each has to go alone. */
  readonly seats: number;
}

/** What a statement calls the map of one request's values. */
export const requestName = 'p';

/** How many requests one batch may hold at most. */
const mostSeats = 64;

/** The parameters of a statement: named while it is compiled, filled from the variables each time it runs. */
export class Parameters {
  /** The map with one request's values; a statement answers a batch of requests. */
  readonly request = new Cypher.NamedVariable(requestName);
  private readonly items: Parameter[] = [];
  private readonly limits: Parameter[] = [];
  private begun: { readonly field: Argued; readonly entry: BoundEntry } | undefined;

  /** A value that may differ between the requests of a batch. */
  item(field: Argued, read: ReadArgument): Cypher.Property {
    const name = `a${this.items.length}`;
    this.items.push({ name, field, read });
    return this.request.property(name);
  }

  /** A page size: Cypher takes no row's value in LIMIT, so it is a parameter of the whole statement. */
  limit(field: Argued, read: ReadArgument): Cypher.NamedParam {
    const name = `l${this.limits.length}`;
    this.limits.push({ name, field, read });
    return new Cypher.NamedParam(name);
  }

  /** Parameters of the statement's entry: its own for each request, the others of the statement as a whole. */
  entry(field: Argued, entry: BoundEntry): void {
    this.begun = { field, entry };
  }

  /** The values for one request; throws BAD_USER_INPUT for what only a value can show, such as a broken cursor. */
  bind(variables: Readonly<Record<string, unknown>>): BoundParameters {
    const args = new Map<FieldNode, Record<string, unknown>>();
    const valuesOf = ({ definition, node }: Argued): Record<string, unknown> => {
      const known = args.get(node) ?? getArgumentValues(definition, node, variables);
      args.set(node, known);
      return known;
    };
    const fill = (parameters: readonly Parameter[]): Record<string, unknown> =>
      Object.fromEntries(parameters.map(({ name, field, read }) => [name, read(valuesOf(field))]));
    const [item, shared] = [fill(this.items), fill(this.limits)];
    if (this.begun === undefined) return { item, shared, seats: mostSeats };
    const { field, entry } = this.begun;
    const values = valuesOf(field);
    const own = entry.travel?.own ?? [];
    for (const [name, value] of Object.entries(entry.parameters(values))) {
      (own.includes(name) ? item : shared)[name] = value;
    }
    return { item, shared, seats: entry.travel?.seats(values) ?? 0 };
  }
}
