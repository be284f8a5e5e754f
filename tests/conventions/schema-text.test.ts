import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';

const schema = buildSchema();

interface DescribedElement {
  readonly path: string;
  readonly description: string | null | undefined;
}

/** All elements of the schema that can have a description. */
function describedElements(): DescribedElement[] {
  const types = Object.values(schema.getTypeMap());
  return types.filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type)).flatMap(elementsOf);
}

function elementsOf(type: ReturnType<typeof schema.getTypeMap>[string]): DescribedElement[] {
  const element = { path: type.name, description: type.description };
  const child = (name: string, description: string | null | undefined) => ({
    path: `${type.name}.${name}`,
    description,
  });
  if (isEnumType(type)) return [element, ...type.getValues().map((value) => child(value.name, value.description))];
  if (isInputObjectType(type)) {
    return [element, ...Object.values(type.getFields()).map((field) => child(field.name, field.description))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [element];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    child(field.name, field.description),
    ...field.args.map((argument) => child(`${field.name}(${argument.name}:)`, argument.description)),
  ]);
  return [element, ...fields];
}

it('every type, field, argument and enum value of the schema is described', () => {
  const undescribed = describedElements().filter(({ description }) => (description ?? '').trim() === '');
  expect(undescribed.map(({ path }) => path)).toEqual([]);
});

it('every description is a sentence: it begins with a capital letter and ends with a period', () => {
  const malformed = describedElements().filter(({ description }) => !/^[A-Z`].*\.$/s.test(description ?? ''));
  expect(malformed.map(({ path, description }) => `${path}: ${description ?? ''}`)).toEqual([]);
});

it('no description is shorter than four words', () => {
  const tooShort = describedElements().filter(({ description }) => (description ?? '').split(/\s+/).length < 4);
  expect(tooShort.map(({ path, description }) => `${path}: ${description ?? ''}`)).toEqual([]);
});

it('only elements of the same name, which mean the same, share a description', () => {
  const names = new Map<string, Set<string>>();
  for (const { path, description } of describedElements()) {
    const name = path.replace(/:\)$/, '').replace(/^.*[.(]/, '');
    names.set(description ?? '', (names.get(description ?? '') ?? new Set()).add(name));
  }
  const sharedDescriptions = [...names].filter(([, elementNames]) => elementNames.size > 1);
  expect(
    sharedDescriptions.map(([description, elementNames]) => `${[...elementNames].join(', ')}: ${description}`),
  ).toEqual([]);
});
