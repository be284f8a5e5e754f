import fc, { type Arbitrary } from 'fast-check';
import { variation } from './variation.js';
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/** What a request gives a variable: nothing, or a value. */
export interface Given {
  readonly isAbsent: boolean;
  readonly value: unknown;
  /** Whether GraphQL takes the request, but not the value where it stands: null of a nullable variable. */
  readonly isFaulty?: boolean;
}

/** A variable of a random document. */
export interface DrawnVariable {
  /** Equal for places that share the variable. */
  readonly key: string;
  /** How the operation declares it, without its default. */
  readonly type: string;
  readonly inputType: GraphQLInputType;
  /** Its default; undefined where it has none. */
  readonly fallback: unknown;
  /** What requests may give it. */
  readonly values: readonly Given[];
}

/** What of a variable is declared. */
interface Form {
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
}

/** A place of a document that takes a value. */
export interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** What GraphQL lets be missing there: `null` takes null and nothing, `default` nothing, `none` neither. */
  readonly missing: 'null' | 'default' | 'none';
}

/**
 * Draws a variable for a place: with and without a default, nullable and not, where GraphQL lets it stand there. What
 * requests give it may be nothing, null, or no value of its type, which GraphQL refuses where it must.
 */
export function variable({ name, type, missing }: Place, value: Arbitrary<unknown>): Arbitrary<DrawnVariable> {
  const inner = getNullableType(type);
  const shape = fc.record({ slot: fc.nat(1), form: fc.constantFrom(...forms[missing]), fallback: orNull(value) });
  const values = fc.array(given(value, mistakes(inner)), { minLength: 1, maxLength: 2 });
  const kin = fc.array(fc.noBias(fc.nat()), { maxLength: 4 });
  return fc.tuple(shape, values, value, kin).map(([{ slot, form, fallback }, drawn, other, changes]) => {
    const isNullRefused = form.isRequired || missing !== 'null';
    const changed = changes.map((change) => ({ isAbsent: false, value: variation(other, change) }));
    return {
      key: `${name} ${inner.toString()} ${missing} ${slot}`,
      type: `${inner.toString()}${form.isRequired ? '!' : ''}`,
      inputType: inner,
      fallback: form.hasDefault ? (isNullRefused ? (fallback ?? other) : fallback) : undefined,
      values: [...drawn.map((one) => givenOf(one, { ...form, isNullRefused })), ...changed],
    };
  });
}

const nullable: readonly Form[] = [
  { isRequired: false, hasDefault: false },
  { isRequired: false, hasDefault: true },
];
const required: readonly Form[] = [
  { isRequired: true, hasDefault: false },
  { isRequired: true, hasDefault: true },
];

// With a default a nullable variable may stand where null may not: null then fails only as the field is read.
const forms: Readonly<Record<Place['missing'], readonly Form[]>> = {
  null: [...nullable, ...nullable, ...required],
  default: [...nullable, ...required],
  none: [{ isRequired: false, hasDefault: true }, ...required, ...required],
};

/** What is drawn for one request; the rarity makes of what would be refused mostly a value. */
interface DrawnValue {
  readonly kind: 'value' | 'absent' | 'null' | 'mistake';
  readonly rarity: number;
  readonly value: unknown;
  readonly mistake: unknown;
}

function given(value: Arbitrary<unknown>, mistake: Arbitrary<unknown>): Arbitrary<DrawnValue> {
  const kind = fc.constantFrom<DrawnValue['kind']>(...kinds);
  return fc.record({ kind, rarity: fc.nat(11), value, mistake });
}

const kinds: DrawnValue['kind'][] = [
  'value',
  'value',
  'value',
  'value',
  'value',
  'absent',
  'absent',
  'null',
  'null',
  'mistake',
];

function givenOf({ kind, rarity, value, mistake }: DrawnValue, form: Form & { isNullRefused: boolean }): Given {
  const isMissing = kind === 'absent' && form.isRequired && !form.hasDefault;
  const isRefused = kind === 'mistake' || isMissing || (kind === 'null' && form.isNullRefused);
  if (kind === 'value' || (isRefused && rarity > 0)) return { isAbsent: false, value };
  if (kind === 'absent') return { isAbsent: true, value: undefined };
  if (kind === 'mistake') return { isAbsent: false, value: mistake };
  return { isAbsent: false, value: null, isFaulty: form.isNullRefused && !form.isRequired };
}

function orNull(value: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.option(value, { freq: 5 });
}

// JSON that is no value of a type.
function mistakes(type: GraphQLInputType): Arbitrary<unknown> {
  if (isListType(type)) return fc.constantFrom([null], [[]], { nothing: 1 });
  if (isInputObjectType(type)) return fc.constantFrom({ nothing: 1 }, 'text', [[]]);
  if (isEnumType(type)) return fc.constantFrom('NOTHING', 1, true);
  return fc.constantFrom({}, [], type.toString() === 'String' || type.toString() === 'ID' ? true : 'text');
}
