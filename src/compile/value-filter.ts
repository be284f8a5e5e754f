import Cypher from '@neo4j/cypher-builder';
import { foldText } from '../shared/fold-text.js';
import { isPresent } from './page.js';

/** Reads a value from another, such as a filter from the arguments. */
export type ReadValue = (value: unknown) => unknown;

type Input = Readonly<Record<string, unknown>>;
type MakeParameter = (read: ReadValue) => Cypher.Expr;

/**
 * The predicates of a TextFilter on a property. A key contains several folded texts, one on each line: `nameKey`
 * contains all names and aliases. So one TEXT index supports equality, prefix and substring.
 */
export function compileTextFilter(
  property: Cypher.Expr,
  isKey: boolean,
  value: Input,
  parameter: MakeParameter,
): Cypher.Predicate[] {
  const tests = isKey ? createKeyTests(property) : createPropertyTests(property);
  return tests
    .filter(({ key }) => isPresent(value[key]))
    .map(({ key, predicate, encode }) =>
      predicate(
        parameter((input) => {
          const operand = isInput(input) ? input[key] : undefined;
          return Array.isArray(operand)
            ? operand.map((text) => encode(foldText(String(text))))
            : encode(foldText(String(operand)));
        }),
      ),
    );
}

/** The predicates of an IntFilter on a number. */
export function compileIntFilter(number: Cypher.Expr, value: Input, parameter: MakeParameter): Cypher.Predicate[] {
  const tests = { eq: Cypher.eq, gte: Cypher.gte, lte: Cypher.lte, in: Cypher.in };
  return Object.entries(tests)
    .filter(([key]) => isPresent(value[key]))
    .map(([key, test]) =>
      test(
        number,
        parameter((input) => (isInput(input) ? input[key] : undefined)),
      ),
    );
}

interface TextTest {
  readonly key: 'eq' | 'in' | 'contains' | 'startsWith';
  readonly encode: (text: string) => string;
  readonly predicate: (value: Cypher.Expr) => Cypher.Predicate;
}

function createKeyTests(key: Cypher.Expr): TextTest[] {
  const contains = (value: Cypher.Expr): Cypher.Predicate => Cypher.contains(key, value);
  const toLine = (text: string): string => `\n${text}\n`;
  return [
    { key: 'eq', encode: toLine, predicate: contains },
    { key: 'in', encode: toLine, predicate: (values) => containsAny(key, values) },
    { key: 'contains', encode: (text) => text, predicate: contains },
    { key: 'startsWith', encode: (text) => `\n${text}`, predicate: contains },
  ];
}

function createPropertyTests(property: Cypher.Expr): TextTest[] {
  const encode = (text: string): string => text;
  return [
    { key: 'eq', encode, predicate: (value) => Cypher.eq(property, value) },
    { key: 'in', encode, predicate: (values) => Cypher.in(property, values) },
    { key: 'contains', encode, predicate: (value) => Cypher.contains(property, value) },
    { key: 'startsWith', encode, predicate: (value) => Cypher.startsWith(property, value) },
  ];
}

function containsAny(key: Cypher.Expr, values: Cypher.Expr): Cypher.Predicate {
  const element = new Cypher.Variable();
  return Cypher.any(element, values, Cypher.contains(key, element));
}

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null;
}
