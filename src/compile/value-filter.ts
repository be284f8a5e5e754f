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
export function textPredicates(
  property: Cypher.Expr,
  isKey: boolean,
  value: Input,
  parameter: MakeParameter,
): Cypher.Predicate[] {
  const tests = isKey ? keyTests(property) : plainTests(property);
  return tests
    .filter(({ key }) => isPresent(value[key]))
    .map(({ key, predicate, write }) =>
      predicate(
        parameter((input) => {
          const found = isInput(input) ? input[key] : undefined;
          return Array.isArray(found)
            ? found.map((text) => write(foldText(String(text))))
            : write(foldText(String(found)));
        }),
      ),
    );
}

/** The predicates of an IntFilter on a number. */
export function numberPredicates(number: Cypher.Expr, value: Input, parameter: MakeParameter): Cypher.Predicate[] {
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
  readonly write: (text: string) => string;
  readonly predicate: (value: Cypher.Expr) => Cypher.Predicate;
}

function keyTests(key: Cypher.Expr): TextTest[] {
  const contains = (value: Cypher.Expr): Cypher.Predicate => Cypher.contains(key, value);
  const line = (text: string): string => `\n${text}\n`;
  return [
    { key: 'eq', write: line, predicate: contains },
    { key: 'in', write: line, predicate: (values) => anyContained(key, values) },
    { key: 'contains', write: (text) => text, predicate: contains },
    { key: 'startsWith', write: (text) => `\n${text}`, predicate: contains },
  ];
}

function plainTests(property: Cypher.Expr): TextTest[] {
  const write = (text: string): string => text;
  return [
    { key: 'eq', write, predicate: (value) => Cypher.eq(property, value) },
    { key: 'in', write, predicate: (values) => Cypher.in(property, values) },
    { key: 'contains', write, predicate: (value) => Cypher.contains(property, value) },
    { key: 'startsWith', write, predicate: (value) => Cypher.startsWith(property, value) },
  ];
}

function anyContained(key: Cypher.Expr, values: Cypher.Expr): Cypher.Predicate {
  const one = new Cypher.Variable();
  return Cypher.any(one, values, Cypher.contains(key, one));
}

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null;
}
