import fc, { type Arbitrary } from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';
import { generateDocuments, type GeneratedDocument } from './generate-documents.js';

/** A GraphQL request. */
export interface CaseRequest {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an argument rejects a variable's value, which only shows if its field is resolved. */
  readonly isFaulty: boolean;
}

/** Documents, and the requests to send for them, in order. */
export interface TestCase {
  readonly documents: readonly string[];
  /** Groups of concurrent requests, which are sent one group after the other. */
  readonly groups: readonly (readonly CaseRequest[])[];
}

/** The limits of a test case. */
export interface TestCaseLimits {
  readonly maxDocuments: number;
  /** The maximum number of nested entities in a document, 1 to 3. */
  readonly maxDepth: number;
  /** The maximum number of requests for each document; each has its own variables. */
  readonly maxRequests: number;
  /** The maximum number of random groups; after them all requests are sent concurrently, then one by one. */
  readonly maxGroups: number;
}

/** Selects an operation of a document and a value for each of its variables, by index modulo the number of options. */
interface RequestChoice {
  readonly operation: number;
  readonly values: readonly number[];
}

/** Generates test cases: few documents with many requests each, because Neo4j takes long to plan a new query. */
export function generateTestCases(
  schema: GraphQLSchema,
  dataset: Dataset,
  limits: TestCaseLimits,
): Arbitrary<TestCase> {
  const choice = fc.record({ operation: fc.nat(1), values: fc.array(fc.nat(11), { minLength: 1, maxLength: 7 }) });
  const choices = fc.array(choice, { minLength: 1, maxLength: limits.maxRequests });
  const documents = fc.array(fc.tuple(generateDocuments(schema, dataset, limits.maxDepth), choices), {
    minLength: 1,
    maxLength: limits.maxDocuments,
  });
  const group = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
  const groups = fc.array(group, { maxLength: limits.maxGroups });
  return fc.tuple(documents, groups).map(([generated, groupIndexes]) => toTestCase(generated, groupIndexes));
}

function toTestCase(
  documents: readonly (readonly [GeneratedDocument, readonly RequestChoice[]])[],
  groupIndexes: readonly (readonly number[])[],
): TestCase {
  const requests = documents.flatMap(([document, choices]) => choices.map((choice) => requestOf(document, choice)));
  const randomGroups = groupIndexes.map((group) => group.flatMap((index) => requests[index % requests.length] ?? []));
  const groups = [...randomGroups, requests, ...requests.toReversed().map((request) => [request])];
  // The error of a failing case describes it better than fast-check's output.
  const printing = { [fc.toStringMethod]: () => 'see the error below' };
  return { documents: documents.map(([{ text }]) => text), groups, ...printing };
}

function requestOf({ text, operations }: GeneratedDocument, choice: RequestChoice): CaseRequest {
  const operation = operations[choice.operation % operations.length];
  if (!operation) throw new Error('Expected a document with an operation, found none.');
  const assignments = [...operation.variables].flatMap(([name, { values }], index) => {
    const chosen = values[(choice.values[index % choice.values.length] ?? 0) % values.length];
    return chosen ? [{ name, ...chosen }] : [];
  });
  return {
    query: text,
    operationName: operation.name,
    variables: Object.fromEntries(
      assignments.filter(({ isAbsent }) => !isAbsent).map(({ name, value }) => [name, value]),
    ),
    isFaulty: assignments.some((assignment) => assignment.isFaulty),
  };
}
