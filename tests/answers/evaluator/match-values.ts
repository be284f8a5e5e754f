import { foldText } from '../../../src/shared/fold-text.js';
import { asList, type Input } from './conditions.js';

/**
 * Whether the texts match a TextFilter, ignoring case. Each condition must match, but different texts may match them:
 * one name of a company may match `startsWith` and another `contains`.
 */
export function matchesText(filter: Input, texts: readonly string[]): boolean {
  const foldedTexts = texts.map(foldText);
  const someText = (predicate: (text: string) => boolean): boolean => foldedTexts.some(predicate);
  return matchesAll(filter, {
    eq: (value) => someText((text) => text === foldText(String(value))),
    in: (values) => asList(values).some((value) => someText((text) => text === foldText(String(value)))),
    contains: (value) => someText((text) => text.includes(foldText(String(value)))),
    startsWith: (value) => someText((text) => text.startsWith(foldText(String(value)))),
  });
}

/** Whether a number matches all conditions of an IntFilter. */
export function matchesNumber(filter: Input, number: number): boolean {
  return matchesAll(filter, {
    eq: (value) => number === value,
    in: (values) => asList(values).includes(number),
    gte: (value) => number >= Number(value),
    lte: (value) => number <= Number(value),
  });
}

// An absent or null condition matches everything.
function matchesAll(filter: Input, predicates: Record<string, (value: unknown) => boolean>): boolean {
  return Object.entries(predicates).every(([name, predicate]) => {
    const value = filter[name];
    return value === undefined || value === null || predicate(value);
  });
}
