import { foldText } from '../../../src/shared/fold-text.js';
import { asList, type Input } from './conditions.js';

/**
 * Whether the texts match a TextFilter, ignoring case. Each condition must match, but different texts may match them:
 * one name of a company may match `startsWith` and another `contains`.
 */
export function textHolds(filter: Input, texts: readonly string[]): boolean {
  const folded = texts.map(foldText);
  const some = (test: (text: string) => boolean): boolean => folded.some(test);
  return allHold(filter, {
    eq: (value) => some((text) => text === foldText(String(value))),
    in: (values) => asList(values).some((value) => some((text) => text === foldText(String(value)))),
    contains: (value) => some((text) => text.includes(foldText(String(value)))),
    startsWith: (value) => some((text) => text.startsWith(foldText(String(value)))),
  });
}

/** Whether a number matches all conditions of an IntFilter. */
export function numberHolds(filter: Input, number: number): boolean {
  return allHold(filter, {
    eq: (value) => number === value,
    in: (values) => asList(values).includes(number),
    gte: (value) => number >= Number(value),
    lte: (value) => number <= Number(value),
  });
}

// An absent or null condition matches everything.
function allHold(filter: Input, tests: Record<string, (value: unknown) => boolean>): boolean {
  return Object.entries(tests).every(([name, test]) => {
    const value = filter[name];
    return value === undefined || value === null || test(value);
  });
}
