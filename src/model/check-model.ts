import type { ASTNode } from 'graphql';
import type { Declarations } from './declarations.js';
import { checkFields } from './check-fields.js';
import { checkRelations } from './check-relations.js';
import { checkViews } from './check-views.js';
import { problemAt, type ModelProblem } from './model-problem.js';
import type { Model, BilingualText } from './model.js';

/** The names that the base schema, which is the same for all models, already uses. */
export interface ReservedNames {
  readonly types: ReadonlySet<string>;
  readonly rootFields: ReadonlySet<string>;
  /** The fields of the interface `Entity`. */
  readonly entityFields: ReadonlySet<string>;
}

/** Reports a problem at the definition with a path such as `Company.tools`, unless the expectation is met. */
export type Expect = (isMet: boolean | undefined, path: string, expected: string, found: string) => void;

/** Checks a model as a whole: reserved names, fields, relations without an inverse, views, missing Chinese texts. */
export function checkModel(model: Model, declarations: Declarations, reserved: ReservedNames): ModelProblem[] {
  const nodes = indexByPath(declarations);
  const problems: ModelProblem[] = [];
  const expect: Expect = (isMet, path, expected, found) => {
    if (!isMet) problems.push(problemAt(nodes.get(path), path, expected, found));
  };
  checkSpelling(model, expect);
  checkNames(model, expect, reserved);
  checkChineseTexts(model, expect);
  checkFields(model, expect, reserved);
  checkRelations(model, expect);
  checkViews(model, expect);
  return problems;
}

/** The names of a model's types, fields, enums and enum values in its files, by path. */
function indexByPath({ types, enums }: Declarations): ReadonlyMap<string, ASTNode> {
  const owners = [
    ...types.map(({ name, fields = [] }) => ({ name, members: fields })),
    ...enums.map(({ name, values = [] }) => ({ name, members: values })),
  ];
  return new Map(
    owners.flatMap(({ name: owner, members }) => [
      [owner.value, owner],
      ...members.map(({ name }) => [`${owner.value}.${name.value}`, name] as const),
    ]),
  );
}

/** Checks the spelling of names, from which ids, labels and file names are derived. */
function checkSpelling({ types, relationTypes }: Model, expect: Expect): void {
  for (const { name, plural } of types) {
    expect(/^[A-Z][A-Za-z0-9]*$/.test(name), name, 'a name such as ResearchArea', name);
    // Descriptions in the API contain the plural unescaped, and the name of a root field is derived from it.
    const isPlural = /^[A-Za-z][\w -]*$/.test(plural.en);
    expect(isPlural, name, 'a plural such as "research areas"', JSON.stringify(plural.en));
  }
  for (const { name } of relationTypes) {
    const isFree = !types.some((type) => type.name === name);
    expect(/^[A-Z][A-Z0-9_]*$/.test(name) && isFree, `RelationType.${name}`, 'a name such as WORKED_AT', name);
  }
}

/** The suffixes of the names that the API derives from the name of a type. */
const suffixes = ['', 'Connection', 'Edge', 'Where', 'Order', 'OrderField', 'Group'];

function checkNames({ types, enums }: Model, expect: Expect, reserved: ReservedNames): void {
  const rootFields = new Map([...reserved.rootFields].map((name) => [name, 'the API itself']));
  for (const { name, field, listField } of types) {
    const reservedName = suffixes.map((suffix) => `${name}${suffix}`).find((one) => reserved.types.has(one));
    const found = `${reservedName}, which is reserved`;
    expect(reservedName === undefined, name, 'a name that the API has not reserved', found);
    for (const rootField of new Set([field, listField])) {
      const owner = rootFields.get(rootField);
      const foundField = `the root field ${rootField}, which ${owner} already has`;
      expect(owner === undefined, name, 'unique root fields: choose another name or plural', foundField);
      rootFields.set(rootField, name);
    }
    expect(field !== listField, name, 'a plural that differs from the name', `${field} for both`);
  }
  const derivedNames = new Set(types.flatMap(({ name }) => suffixes.map((suffix) => `${name}${suffix}`)));
  for (const { name } of enums) {
    const isFree = !reserved.types.has(name) && !derivedNames.has(name);
    expect(isFree, name, 'a name that the API has not reserved', name);
  }
}

/** Checks that either all labels and phrases of a model are also given in Chinese, or none. */
function checkChineseTexts({ types, relationTypes, enums, views, languages }: Model, expect: Expect): void {
  if (!languages.includes('ZH')) return;
  const expectChinese = (path: string, ...texts: readonly BilingualText[]): void => {
    const found = `only ${texts.map(({ en }) => `"${en}"`).join(' and ')}`;
    const isComplete = texts.every(({ zh }) => zh !== undefined);
    expect(isComplete, path, 'a Chinese text for each English one, as elsewhere in the model', found);
  };
  for (const { name, label, fields } of types) {
    expectChinese(name, label);
    for (const field of fields)
      if (field.kind === 'value' && field.property === field.name) expectChinese(`${name}.${field.name}`, field.label);
  }
  for (const { name, phrase, inverse } of relationTypes) expectChinese(`RelationType.${name}`, phrase, inverse);
  for (const { name, values } of enums) for (const value of values) expectChinese(`${name}.${value.name}`, value.label);
  for (const { type, title, intro } of views) expectChinese(type, title, intro);
}
