import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';
import { DatasetTexts } from './dataset-texts.js';

/** The maximum number of nested filters. */
export const maxFilterDepth = 2;

/** Generates values of input types that match entities of a dataset: its slugs, ids and parts of its names. */
export class ValueDraws {
  private readonly texts: DatasetTexts;
  // Shared, because the same type occurs on many paths: without the cache the arbitraries do not fit in memory.
  private readonly filters = new Map<string, Arbitrary<object>>();

  constructor(dataset: Dataset) {
    this.texts = new DatasetTexts(dataset);
  }

  /** Generates a value that is not null; the name of its argument or field selects the kind of text or number. */
  value(name: string, type: GraphQLInputType, depth = maxFilterDepth): Arbitrary<unknown> {
    const inner = getNullableType(type);
    if (isInputObjectType(inner)) return this.object(name, inner, depth);
    if (isListType(inner)) return this.list(name, inner.ofType, depth);
    if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map((value) => value.name));
    if (inner.name === 'Boolean') return fc.boolean();
    if (inner.name === 'Int') return fc.constantFrom(...(numbers[name] ?? someNumbers));
    return this.texts.of(name);
  }

  /** Returns the fields of an input object that may occur at a depth, each with the name of its kind of value. */
  fieldsOf(name: string, type: GraphQLInputObjectType, depth: number): (readonly [GraphQLInputField, string])[] {
    const fields = Object.values(type.getFields());
    return fields
      .filter(({ type: inner }) => depth > 0 || !getNamedType(inner).name.endsWith('Where'))
      .map((field) => [field, meaningOf(name, field, type)]);
  }

  // GraphQL coerces a single value to a list of one.
  private list(name: string, item: GraphQLInputType, depth: number): Arbitrary<unknown> {
    const whole = this.value(name, item, depth);
    // Sometimes {}, because an `or` with an empty filter has no effect.
    const isOfFilters = isInputObjectType(getNullableType(item)) && name !== 'orderBy';
    const one = isOfFilters
      ? fc.oneof({ arbitrary: whole, weight: 4 }, { arbitrary: fc.constant({}), weight: 1 })
      : whole;
    const some = fc.array(one, { minLength: 1, maxLength: name === 'ids' ? 4 : 2 });
    return fc.oneof(
      { arbitrary: some, weight: 6 },
      { arbitrary: fc.constant([]), weight: 3 },
      { arbitrary: one, weight: 1 },
    );
  }

  private object(name: string, type: GraphQLInputObjectType, depth: number): Arbitrary<object> {
    const key = `${name} ${type.name} ${depth}`;
    const known = this.filters.get(key) ?? this.newObject(name, type, depth);
    this.filters.set(key, known);
    return known;
  }

  private newObject(name: string, type: GraphQLInputObjectType, depth: number): Arbitrary<object> {
    const entries = this.fieldsOf(name, type, depth).map(([field, meaning]): DrawnEntry<unknown> => {
      const value = this.value(meaning, field.type, depth - 1);
      const drawn = isNonNullType(field.type) ? value : fc.option(value, { freq: 12 });
      return { field, entry: drawn.map((one) => [field.name, one]) };
    });
    return someEntries(entries).map((drawn) => Object.fromEntries(drawn));
  }
}

/** A field of an input object, and the arbitrary for its entry. */
export interface DrawnEntry<T> {
  readonly field: GraphQLInputField;
  readonly entry: Arbitrary<readonly [name: string, value: T]>;
}

/**
 * Generates the entries of an input object: all that are required and at most two others, in any order. Filters with
 * more conditions match nothing and so test nothing. Relations and `status` are likelier: they have the most rules.
 */
export function someEntries<T>(entries: readonly DrawnEntry<T>[]): Arbitrary<(readonly [name: string, value: T])[]> {
  const required = entries.filter(({ field }) => isRequired(field)).map(({ entry }) => entry);
  const others = entries
    .filter(({ field }) => !isRequired(field))
    .map(({ field, entry }) => ({ arbitrary: entry, weight: weightOf(field) }));
  const selector = ([name]: readonly [string, T]): string => name;
  const some = fc.uniqueArray(fc.oneof(...others), { minLength: required.length > 0 ? 0 : 1, maxLength: 2, selector });
  const none = fc.constant<(readonly [string, T])[]>([]);
  const drawn = fc.oneof({ arbitrary: some, weight: 9 }, { arbitrary: none, weight: 1 });
  return fc.tuple(drawn, ...required).map(([optional, ...must]) => [...optional, ...must]);
}

function isRequired({ type, defaultValue }: GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function weightOf({ name, type }: GraphQLInputField): number {
  const isOfRelations =
    name === 'status' || (getNamedType(type).name.endsWith('Where') && !/^(and|or|not)$/.test(name));
  return isOfRelations ? 4 : /^(and|or|not)$/.test(name) ? 2 : 1;
}

// The field that holds a TextFilter selects the kind of text; `contains` and `startsWith` use parts of it.
function meaningOf(name: string, field: GraphQLInputField, type: GraphQLInputObjectType): string {
  if (type.name === 'TextFilter') return /^(contains|startsWith)$/.test(field.name) ? `${name} part` : name;
  if (field.type.toString() !== 'TextFilter') return field.name;
  return `${type.name.replace(/Where$/, '')} ${field.name}`;
}

const sizes = [-1, 0, 1, 1, 2, 2, 3, 5, 100, 1000];
const numbers: Readonly<Record<string, readonly number[]>> = {
  first: sizes,
  last: sizes,
  depth: [-1, 0, 1, 1, 2, 9],
  maxLength: [0, 1, 2, 3],
  limit: [400, 500, 10_000, 1_000_000],
};
const someNumbers = [0, 1, 2, 3, 5, 8, 13];
