import fc, { type Arbitrary } from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';
import { drawnDocument, type DrawnDocument } from './draw-document.js';

/** A request: an operation of a document, with variables. */
export interface Request {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a variable's value may be refused where it stands, if anything is asked for there. */
  readonly isFaulty: boolean;
}

/** Documents, and what is asked of them in which order. */
export interface Case {
  readonly documents: readonly string[];
  /** Requests that are sent at once, one group after the other. */
  readonly waves: readonly (readonly Request[])[];
}

/** How large cases are. */
export interface CaseSize {
  readonly maxDocuments: number;
  /** How many entities deep documents are at most, 1 to 3. */
  readonly maxDepth: number;
  /** How many requests with variables of their own there are at most for each document. */
  readonly maxRequests: number;
  /** How many groups of requests are sent at most, before each is sent again at once and one by one. */
  readonly maxWaves: number;
}

/** Which operation is asked for, and which of its values each variable is given; numbers are taken modulo. */
interface Choice {
  readonly operation: number;
  readonly values: readonly number[];
}

/** Draws cases: few documents with many requests each, for Neo4j takes long to plan what it has not seen before. */
export function drawnCase(schema: GraphQLSchema, dataset: Dataset, size: CaseSize): Arbitrary<Case> {
  const choice = fc.record({ operation: fc.nat(1), values: fc.array(fc.nat(11), { minLength: 1, maxLength: 7 }) });
  const choices = fc.array(choice, { minLength: 1, maxLength: size.maxRequests });
  const documents = fc.array(fc.tuple(drawnDocument(schema, dataset, size.maxDepth), choices), {
    minLength: 1,
    maxLength: size.maxDocuments,
  });
  const wave = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
  const waves = fc.array(wave, { maxLength: size.maxWaves });
  return fc.tuple(documents, waves).map(([drawn, order]) => newCase(drawn, order));
}

function newCase(
  drawn: readonly (readonly [DrawnDocument, readonly Choice[]])[],
  order: readonly (readonly number[])[],
): Case {
  const requests = drawn.flatMap(([document, choices]) => choices.map((choice) => requestOf(document, choice)));
  const taken = order.map((wave) => wave.flatMap((number) => requests[number % requests.length] ?? []));
  const waves = [...taken, requests, ...requests.toReversed().map((request) => [request])];
  // A failure tells of it in words.
  const words = { [fc.toStringMethod]: () => 'as told below' };
  return { documents: drawn.map(([{ text }]) => text), waves, ...words };
}

function requestOf({ text, operations }: DrawnDocument, choice: Choice): Request {
  const operation = operations[choice.operation % operations.length];
  if (!operation) throw new Error('A document must have an operation.');
  const given = [...operation.variables].flatMap(([name, { values }], index) => {
    const one = values[(choice.values[index % choice.values.length] ?? 0) % values.length];
    return one ? [{ name, ...one }] : [];
  });
  return {
    query: text,
    operationName: operation.name,
    variables: Object.fromEntries(given.filter(({ isAbsent }) => !isAbsent).map(({ name, value }) => [name, value])),
    isFaulty: given.some((one) => one.isFaulty),
  };
}
