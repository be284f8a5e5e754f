import fc, { type Arbitrary } from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';
import { drawnDocument, type DrawnDocument } from './draw-document.js';

/** A GraphQL request. */
export interface Request {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an argument rejects a variable's value, which only shows if its field is resolved. */
  readonly isFaulty: boolean;
}

/** Documents, and the requests to send for them, in order. */
export interface Case {
  readonly documents: readonly string[];
  /** Groups of concurrent requests, which are sent one group after the other. */
  readonly waves: readonly (readonly Request[])[];
}

/** The limits of a test case. */
export interface CaseSize {
  readonly maxDocuments: number;
  /** The maximum number of nested entities in a document, 1 to 3. */
  readonly maxDepth: number;
  /** The maximum number of requests for each document; each has its own variables. */
  readonly maxRequests: number;
  /** The maximum number of random groups; after them all requests are sent concurrently, then one by one. */
  readonly maxWaves: number;
}

/** Selects an operation of a document and a value for each of its variables, by index modulo the number of options. */
interface Choice {
  readonly operation: number;
  readonly values: readonly number[];
}

/** Generates test cases: few documents with many requests each, because Neo4j takes long to plan a new query. */
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
  // The error of a failing case describes it better than fast-check's output.
  const words = { [fc.toStringMethod]: () => 'see the error below' };
  return { documents: drawn.map(([{ text }]) => text), waves, ...words };
}

function requestOf({ text, operations }: DrawnDocument, choice: Choice): Request {
  const operation = operations[choice.operation % operations.length];
  if (!operation) throw new Error('Expected a document with an operation, found none.');
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
