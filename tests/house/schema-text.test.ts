import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';

const schema = buildSchema();

interface Described {
  readonly path: string;
  readonly description: string | null | undefined;
}

/** All elements of the schema that can have a description. */
function describedParts(): Described[] {
  const types = Object.values(schema.getTypeMap());
  return types.filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type)).flatMap(partsOf);
}

function partsOf(type: ReturnType<typeof schema.getTypeMap>[string]): Described[] {
  const own = { path: type.name, description: type.description };
  const below = (name: string, description: string | null | undefined) => ({
    path: `${type.name}.${name}`,
    description,
  });
  if (isEnumType(type)) return [own, ...type.getValues().map((value) => below(value.name, value.description))];
  if (isInputObjectType(type)) {
    return [own, ...Object.values(type.getFields()).map((field) => below(field.name, field.description))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    below(field.name, field.description),
    ...field.args.map((argument) => below(`${field.name}(${argument.name}:)`, argument.description)),
  ]);
  return [own, ...fields];
}

it('every type, field, argument and enum value of the schema is described', () => {
  const silent = describedParts().filter(({ description }) => (description ?? '').trim() === '');
  expect(silent.map(({ path }) => path)).toEqual([]);
});

it('every description is a sentence: it begins with a capital letter and ends with a period', () => {
  const odd = describedParts().filter(({ description }) => !/^[A-Z`].*\.$/s.test(description ?? ''));
  expect(odd.map(({ path, description }) => `${path}: ${description ?? ''}`)).toEqual([]);
});

it('no description is shorter than four words', () => {
  const short = describedParts().filter(({ description }) => (description ?? '').split(/\s+/).length < 4);
  expect(short.map(({ path, description }) => `${path}: ${description ?? ''}`)).toEqual([]);
});

it('only elements of the same name, which mean the same, share a description', () => {
  const names = new Map<string, Set<string>>();
  for (const { path, description } of describedParts()) {
    const name = path.replace(/:\)$/, '').replace(/^.*[.(]/, '');
    names.set(description ?? '', (names.get(description ?? '') ?? new Set()).add(name));
  }
  const shared = [...names].filter(([, parts]) => parts.size > 1);
  expect(shared.map(([description, parts]) => `${[...parts].join(', ')}: ${description}`)).toEqual([]);
});
