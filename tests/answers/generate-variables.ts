import fc, { type Arbitrary } from 'fast-check';
import { varyValue } from './vary-value.js';
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/** What a request sends for a variable. */
export interface VariableValue {
  readonly isAbsent: boolean;
  readonly value: unknown;
  /** Whether the variable accepts the value but the argument does not: null for a nullable variable. */
  readonly isFaulty?: boolean;
}

/** A variable of a generated document. */
export interface GeneratedVariable {
  /** Equal for positions that share the variable. */
  readonly key: string;
  /** The declared type, such as `Int!`. */
  readonly type: string;
  readonly inputType: GraphQLInputType;
  /** The default value; undefined if there is none. */
  readonly defaultValue: unknown;
  /** The values that requests may send. */
  readonly values: readonly VariableValue[];
}

/** How a variable is declared. */
interface VariableForm {
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
}

/** A position in a document that takes a value. */
export interface Position {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** With `null` the value may be null or absent, with `default` only absent, with `none` neither. */
  readonly optionality: 'null' | 'default' | 'none';
}

/**
 * Generates a variable for a position: with or without a default, nullable or not, as GraphQL allows there. Requests
 * may send no value, null, or a value of a wrong type, which GraphQL must reject.
 */
export function generateVariable(
  { name, type, optionality }: Position,
  value: Arbitrary<unknown>,
): Arbitrary<GeneratedVariable> {
  const inner = getNullableType(type);
  const declaration = fc.record({
    slot: fc.nat(1),
    form: fc.constantFrom(...forms[optionality]),
    defaultValue: orNull(value),
  });
  const values = fc.array(generateChoice(value, generateInvalidValues(inner)), { minLength: 1, maxLength: 2 });
  const variationNumbers = fc.array(fc.noBias(fc.nat()), { maxLength: 4 });
  return fc
    .tuple(declaration, values, value, variationNumbers)
    .map(([{ slot, form, defaultValue }, choices, baseValue, variations]) => {
      const isNullRefused = form.isRequired || optionality !== 'null';
      const variedValues = variations.map((number) => ({ isAbsent: false, value: varyValue(baseValue, number) }));
      return {
        key: `${name} ${inner.toString()} ${optionality} ${slot}`,
        type: `${inner.toString()}${form.isRequired ? '!' : ''}`,
        inputType: inner,
        defaultValue: form.hasDefault ? (isNullRefused ? (defaultValue ?? baseValue) : defaultValue) : undefined,
        values: [...choices.map((choice) => toVariableValue(choice, { ...form, isNullRefused })), ...variedValues],
      };
    });
}

const nullable: readonly VariableForm[] = [
  { isRequired: false, hasDefault: false },
  { isRequired: false, hasDefault: true },
];
const required: readonly VariableForm[] = [
  { isRequired: true, hasDefault: false },
  { isRequired: true, hasDefault: true },
];

// GraphQL allows a nullable variable with a default at a non-null position: null then fails when the field is resolved.
const forms: Readonly<Record<Position['optionality'], readonly VariableForm[]>> = {
  null: [...nullable, ...nullable, ...required],
  default: [...nullable, ...required],
  none: [{ isRequired: false, hasDefault: true }, ...required, ...required],
};

/** The random choices for the value of one request. Unless `rarity` is 0, a valid value replaces an invalid one. */
interface ValueChoice {
  readonly kind: 'value' | 'absent' | 'null' | 'invalid';
  readonly rarity: number;
  readonly value: unknown;
  readonly invalidValue: unknown;
}

function generateChoice(value: Arbitrary<unknown>, invalidValue: Arbitrary<unknown>): Arbitrary<ValueChoice> {
  const kind = fc.constantFrom<ValueChoice['kind']>(...kinds);
  return fc.record({ kind, rarity: fc.nat(11), value, invalidValue });
}

const kinds: ValueChoice['kind'][] = [
  'value',
  'value',
  'value',
  'value',
  'value',
  'absent',
  'absent',
  'null',
  'null',
  'invalid',
];

function toVariableValue(
  { kind, rarity, value, invalidValue }: ValueChoice,
  form: VariableForm & { isNullRefused: boolean },
): VariableValue {
  const isMissing = kind === 'absent' && form.isRequired && !form.hasDefault;
  const isRefused = kind === 'invalid' || isMissing || (kind === 'null' && form.isNullRefused);
  if (kind === 'value' || (isRefused && rarity > 0)) return { isAbsent: false, value };
  if (kind === 'absent') return { isAbsent: true, value: undefined };
  if (kind === 'invalid') return { isAbsent: false, value: invalidValue };
  return { isAbsent: false, value: null, isFaulty: form.isNullRefused && !form.isRequired };
}

function orNull(value: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.option(value, { freq: 5 });
}

// JSON values that are invalid for a type.
function generateInvalidValues(type: GraphQLInputType): Arbitrary<unknown> {
  if (isListType(type)) return fc.constantFrom([null], [[]], { nothing: 1 });
  if (isInputObjectType(type)) return fc.constantFrom({ nothing: 1 }, 'text', [[]]);
  if (isEnumType(type)) return fc.constantFrom('NOTHING', 1, true);
  return fc.constantFrom({}, [], type.toString() === 'String' || type.toString() === 'ID' ? true : 'text');
}
