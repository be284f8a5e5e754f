import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { Dataset } from '../../src/dataset/record.js';

/** An argument of a random query: written as it is or passed as a variable. */
export interface RandomArgument {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly value: unknown;
  readonly asVariable: boolean;
}

/** Draws arguments that mean something to a dataset: its slugs, ids and parts of its names. */
export class RandomArguments {
  private readonly ids: Arbitrary<string>;
  private readonly slugs: Arbitrary<string>;
  private readonly regions: Arbitrary<string>;
  private readonly texts: Arbitrary<string>;
  private readonly filters = new Map<string, Arbitrary<object>>();

  constructor(
    dataset: Dataset,
    /** The arguments that may be drawn; default: all. */
    private readonly only?: readonly string[],
  ) {
    const { entities, relations } = dataset;
    const names = entities.flatMap(({ fields }) => [fields.name.en, fields.name.zh, ...(fields.aliases ?? [])]);
    const known = names.filter((name) => name !== undefined);
    this.ids = among(
      [...entities, ...relations].map(({ id }) => id),
      'Company:nobody',
    );
    this.slugs = among(
      entities.map(({ fields }) => fields.slug),
      'nobody',
    );
    this.regions = among(
      entities.filter(({ type }) => type === 'Region').map(({ fields }) => fields.slug),
      'atlantis',
    );
    this.texts = fc
      .tuple(fc.constantFrom(...known), fc.constantFrom(0, 0, 1), fc.constantFrom(undefined, 1, 2, 4), fc.boolean())
      .map(([name, start, end, upper]) => (upper ? name.slice(start, end).toUpperCase() : name.slice(start, end)));
  }

  /** The arguments of a field, any of them left out where it may be; never `first` together with `last`. */
  of(field: GraphQLField<unknown, unknown>): Arbitrary<RandomArgument[]> {
    const drawn = field.args
      .filter(({ name }) => name !== 'after' && name !== 'before' && (this.only?.includes(name) ?? true))
      .map(({ name, type }) => this.argument(name, type));
    return fc.tuple(fc.boolean(), ...drawn).map(([forward, ...args]) => {
      const dropped = forward ? 'last' : 'first';
      return args.filter((argument) => argument !== undefined).filter(({ name }) => name !== dropped);
    });
  }

  private argument(name: string, type: GraphQLInputType): Arbitrary<RandomArgument | undefined> {
    const value = name === 'slug' || name === 'id' ? this.textOf(name) : this.value(name, type, 2);
    const argument = fc.record({ value, asVariable: fc.boolean() }).map((drawn) => ({ name, type, ...drawn }));
    return isNonNullType(type) ? argument : fc.option(argument, { nil: undefined, freq: 1 });
  }

  private value(name: string, type: GraphQLInputType, depth: number): Arbitrary<unknown> {
    const inner = getNullableType(type);
    if (isInputObjectType(inner)) return this.filter(inner, depth);
    if (isListType(inner)) {
      const item = inner.ofType;
      return fc.array(this.value(name, item, depth), { maxLength: name === 'ids' ? 5 : 2 });
    }
    if (isEnumType(inner)) return fc.constantFrom(...valuesOf(inner));
    if (inner.toString() === 'Boolean') return fc.boolean();
    if (inner.toString() === 'Int') return fc.constantFrom(...(name === 'first' || name === 'last' ? sizes : numbers));
    return this.textOf(name);
  }

  private filter(type: GraphQLInputObjectType, depth: number): Arbitrary<object> {
    const key = `${type.name} ${depth}`;
    const filter = this.filters.get(key) ?? this.object(type, depth);
    this.filters.set(key, filter);
    return filter;
  }

  private object(type: GraphQLInputObjectType, depth: number): Arbitrary<object> {
    const fields = Object.values(type.getFields()).filter(
      ({ type: inner }) => depth > 0 || !String(getNamedType(inner)).endsWith('Where'),
    );
    const drawn = fields.map((field): [string, Arbitrary<unknown>] => {
      const name =
        field.type.toString() === 'TextFilter' ? field.name : type.name === 'TextFilter' ? 'text' : field.name;
      const value = name === 'slug' ? this.slugFilter() : this.value(name, field.type, depth - 1);
      return [field.name, isNonNullType(field.type) ? value : fc.option(value, { freq: 12 })];
    });
    const required = fields.filter(({ type: inner }) => isNonNullType(inner)).map(({ name }) => name);
    const all = fc.record(Object.fromEntries(drawn), { requiredKeys: required });
    // Filters with many tests keep nothing, and then show nothing: most have one or two.
    return fc.tuple(all, fc.nat(), fc.nat()).map(([whole, one, other]) => {
      const optional = Object.keys(whole).filter((key) => !required.includes(key));
      const kept = new Set([...required, optional[one % optional.length], optional[other % optional.length]]);
      return Object.fromEntries(Object.entries(whole).filter(([key]) => kept.has(key)));
    });
  }

  private slugFilter(): Arbitrary<object> {
    const { slugs } = this;
    return fc.oneof(
      fc.record({ eq: slugs }),
      fc.record({ in: fc.array(slugs, { minLength: 1, maxLength: 5 }) }),
      fc.record({ contains: slugs.map((slug) => slug.slice(1, 3)) }),
      fc.record({ startsWith: slugs.map((slug) => slug.slice(0, 1).toUpperCase()) }),
      fc.constant({}),
    );
  }

  private textOf(name: string): Arbitrary<string> {
    if (name === 'id' || name === 'ids') return this.ids;
    if (name === 'slug') return this.slugs;
    return name === 'within' ? this.regions : this.texts;
  }
}

const sizes = [-1, 0, 1, 2, 3, 5, 50, 100, 1000];
const numbers = [0, 1, 2, 3, 5, 8, 13];

function valuesOf(type: GraphQLEnumType): string[] {
  return type.getValues().map(({ name }) => name);
}

function among(known: readonly string[], unknown: string): Arbitrary<string> {
  return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 9 }, { arbitrary: fc.constant(unknown), weight: 1 });
}
