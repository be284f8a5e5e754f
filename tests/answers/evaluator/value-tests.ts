import { foldText } from '../../../src/shared/fold-text.js';
import { asList, type Input } from './conditions.js';

/**
 * Whether one of some texts passes a TextFilter, "a test of a text, ignoring case". Tests side by side must all hold,
 * each by any of the texts: a company may be found by the beginning of one name and the end of another.
 */
export function textHolds(filter: Input, texts: readonly string[]): boolean {
  const folded = texts.map(foldText);
  const some = (test: (text: string) => boolean): boolean => folded.some(test);
  return allHold(filter, {
    // "It is this."
    eq: (value) => some((text) => text === foldText(String(value))),
    // "It is one of these."
    in: (values) => asList(values).some((value) => some((text) => text === foldText(String(value)))),
    // "It has this inside."
    contains: (value) => some((text) => text.includes(foldText(String(value)))),
    // "It begins so."
    startsWith: (value) => some((text) => text.startsWith(foldText(String(value)))),
  });
}

/** Whether a number passes an IntFilter, "a test of a number": tests side by side must all hold. */
export function numberHolds(filter: Input, number: number): boolean {
  return allHold(filter, {
    // "It is this."
    eq: (value) => number === value,
    // "It is one of these."
    in: (values) => asList(values).includes(number),
    // "At least."
    gte: (value) => number >= Number(value),
    // "At most."
    lte: (value) => number <= Number(value),
  });
}

// A test that is absent or null asks for nothing.
function allHold(filter: Input, tests: Record<string, (value: unknown) => boolean>): boolean {
  return Object.entries(tests).every(([name, test]) => {
    const value = filter[name];
    return value === undefined || value === null || test(value);
  });
}
