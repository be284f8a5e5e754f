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
export class ValueGenerator {
  private readonly texts: DatasetTexts;
  // Shared, because the same type occurs on many paths: without the cache the arbitraries do not fit in memory.
  private readonly objects = new Map<string, Arbitrary<object>>();

  constructor(dataset: Dataset) {
    this.texts = new DatasetTexts(dataset);
  }

  /** Generates a value that is not null; the name of its argument or field selects the kind of text or number. */
  valueFor(name: string, type: GraphQLInputType, depth = maxFilterDepth): Arbitrary<unknown> {
    const inner = getNullableType(type);
    if (isInputObjectType(inner)) return this.objectOf(name, inner, depth);
    if (isListType(inner)) return this.listOf(name, inner.ofType, depth);
    if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map((value) => value.name));
    if (inner.name === 'Boolean') return fc.boolean();
    if (inner.name === 'Int') return fc.constantFrom(...(numbersByName[name] ?? defaultNumbers));
    return this.texts.arbitraryFor(name);
  }

  /** Returns the fields of an input object that may occur at a depth, each with the name of its kind of value. */
  fieldsOf(name: string, type: GraphQLInputObjectType, depth: number): (readonly [GraphQLInputField, string])[] {
    const fields = Object.values(type.getFields());
    return fields
      .filter(({ type: inner }) => depth > 0 || !getNamedType(inner).name.endsWith('Where'))
      .map((field) => [field, kindOf(name, field, type)]);
  }

  // GraphQL coerces a single value to a list of one.
  private listOf(name: string, item: GraphQLInputType, depth: number): Arbitrary<unknown> {
    const itemValue = this.valueFor(name, item, depth);
    // Sometimes {}, because an `or` with an empty filter has no effect.
    const hasFilterItems = isInputObjectType(getNullableType(item)) && name !== 'orderBy';
    const listItem = hasFilterItems
      ? fc.oneof({ arbitrary: itemValue, weight: 4 }, { arbitrary: fc.constant({}), weight: 1 })
      : itemValue;
    const items = fc.array(listItem, { minLength: 1, maxLength: name === 'ids' ? 4 : 2 });
    return fc.oneof(
      { arbitrary: items, weight: 6 },
      { arbitrary: fc.constant([]), weight: 3 },
      { arbitrary: listItem, weight: 1 },
    );
  }

  private objectOf(name: string, type: GraphQLInputObjectType, depth: number): Arbitrary<object> {
    const key = `${name} ${type.name} ${depth}`;
    const objectArbitrary = this.objects.get(key) ?? this.createObject(name, type, depth);
    this.objects.set(key, objectArbitrary);
    return objectArbitrary;
  }

  private createObject(name: string, type: GraphQLInputObjectType, depth: number): Arbitrary<object> {
    const entries = this.fieldsOf(name, type, depth).map(([field, kind]): EntryArbitrary<unknown> => {
      const value = this.valueFor(kind, field.type, depth - 1);
      const nullableValue = isNonNullType(field.type) ? value : fc.option(value, { freq: 12 });
      return { field, entry: nullableValue.map((fieldValue) => [field.name, fieldValue]) };
    });
    return generateEntries(entries).map((generated) => Object.fromEntries(generated));
  }
}

/** A field of an input object, and the arbitrary for its entry. */
export interface EntryArbitrary<T> {
  readonly field: GraphQLInputField;
  readonly entry: Arbitrary<readonly [name: string, value: T]>;
}

/**
 * Generates the entries of an input object: all that are required and at most two others, in any order. Filters with
 * more conditions match nothing and so test nothing. Relations and `status` are likelier: they have the most rules.
 */
export function generateEntries<T>(
  entries: readonly EntryArbitrary<T>[],
): Arbitrary<(readonly [name: string, value: T])[]> {
  const required = entries.filter(({ field }) => isRequired(field)).map(({ entry }) => entry);
  const optionalFields = entries
    .filter(({ field }) => !isRequired(field))
    .map(({ field, entry }) => ({ arbitrary: entry, weight: weightOf(field) }));
  const selector = ([name]: readonly [string, T]): string => name;
  const someOptional = fc.uniqueArray(fc.oneof(...optionalFields), {
    minLength: required.length > 0 ? 0 : 1,
    maxLength: 2,
    selector,
  });
  const noOptional = fc.constant<(readonly [string, T])[]>([]);
  const optionalArbitrary = fc.oneof({ arbitrary: someOptional, weight: 9 }, { arbitrary: noOptional, weight: 1 });
  return fc
    .tuple(optionalArbitrary, ...required)
    .map(([optionalEntries, ...requiredEntries]) => [...optionalEntries, ...requiredEntries]);
}

function isRequired({ type, defaultValue }: GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function weightOf({ name, type }: GraphQLInputField): number {
  const filtersRelations =
    name === 'status' || (getNamedType(type).name.endsWith('Where') && !/^(and|or|not)$/.test(name));
  return filtersRelations ? 4 : /^(and|or|not)$/.test(name) ? 2 : 1;
}

// The field that holds a TextFilter selects the kind of text; `contains` and `startsWith` use parts of it.
function kindOf(name: string, field: GraphQLInputField, type: GraphQLInputObjectType): string {
  if (type.name === 'TextFilter') return /^(contains|startsWith)$/.test(field.name) ? `${name} part` : name;
  if (field.type.toString() !== 'TextFilter') return field.name;
  return `${type.name.replace(/Where$/, '')} ${field.name}`;
}

const pageSizes = [-1, 0, 1, 1, 2, 2, 3, 5, 100, 1000];
const numbersByName: Readonly<Record<string, readonly number[]>> = {
  first: pageSizes,
  last: pageSizes,
  depth: [-1, 0, 1, 1, 2, 9],
  maxLength: [0, 1, 2, 3],
  limit: [400, 500, 10_000, 1_000_000],
};
const defaultNumbers = [0, 1, 2, 3, 5, 8, 13];
