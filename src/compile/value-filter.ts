import Cypher from '@neo4j/cypher-builder';
import { foldText } from '../shared/fold-text.js';
import { asInput, type Input } from './filter-condition.js';
import { isPresent } from './page.js';

/** Reads a value from another, such as a filter from the arguments. */
export type ReadValue = (value: unknown) => unknown;

/** A condition of a filter: compares the left side with a parameter, whose value or values it encodes. */
interface Test {
  readonly compare: (left: Cypher.Expr, operand: Cypher.Expr) => Cypher.Predicate;
  readonly encode: (value: unknown) => unknown;
}

/** The conditions of a filter type by their names. */
type Tests = Readonly<Record<string, Test>>;

const asIs = (value: unknown): unknown => value;
const fold = (text: unknown): string => foldText(String(text));
const toLine = (text: unknown): string => `\n${fold(text)}\n`;
const toLineStart = (text: unknown): string => `\n${fold(text)}`;

/** The conditions of an IntFilter. */
export const intTests: Tests = {
  eq: { compare: Cypher.eq, encode: asIs },
  gte: { compare: Cypher.gte, encode: asIs },
  lte: { compare: Cypher.lte, encode: asIs },
  in: { compare: Cypher.in, encode: asIs },
};

/** The conditions of a TextFilter on a property that contains one folded text. */
export const textTests: Tests = {
  eq: { compare: Cypher.eq, encode: fold },
  in: { compare: Cypher.in, encode: fold },
  contains: { compare: Cypher.contains, encode: fold },
  startsWith: { compare: Cypher.startsWith, encode: fold },
};

/**
 * The conditions of a TextFilter on a key. It contains several folded texts, one on each line: `nameKey` contains all
 * names and aliases. So one TEXT index supports equality, prefix and substring.
 */
export const keyTests: Tests = {
  eq: { compare: Cypher.contains, encode: toLine },
  in: { compare: containsAny, encode: toLine },
  contains: { compare: Cypher.contains, encode: fold },
  startsWith: { compare: Cypher.contains, encode: toLineStart },
};

/** Compiles the given conditions of a filter value into predicates on an expression. */
export function compileTests(
  tests: Tests,
  left: Cypher.Expr,
  value: Input,
  parameter: (read: ReadValue) => Cypher.Expr,
): Cypher.Predicate[] {
  const givenTests = Object.entries(tests).filter(([key]) => isPresent(value[key]));
  return givenTests.map(([key, { compare, encode }]) => {
    const read = (input: unknown): unknown => {
      const operand = asInput(input)[key];
      return Array.isArray(operand) ? operand.map(encode) : encode(operand);
    };
    return compare(left, parameter(read));
  });
}

function containsAny(key: Cypher.Expr, values: Cypher.Expr): Cypher.Predicate {
  const element = new Cypher.Variable();
  return Cypher.any(element, values, Cypher.contains(key, element));
}
