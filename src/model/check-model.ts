import type { Declarations } from './declarations.js';
import { checkFields } from './check-fields.js';
import { checkRelations } from './check-relations.js';
import { checkViews } from './check-views.js';
import type { ModelProblem } from './model-problem.js';
import type { Model, Words } from './model.js';
import { Places } from './places.js';

/** The names that the base schema, which is the same for all models, already uses. */
export interface ReservedNames {
  readonly types: ReadonlySet<string>;
  readonly rootFields: ReadonlySet<string>;
  /** The fields of the interface `Entity`. */
  readonly entityFields: ReadonlySet<string>;
}

/** Checks a model as a whole: reserved names, fields, relations without an inverse, views, missing Chinese texts. */
export function checkModel(model: Model, declarations: Declarations, reserved: ReservedNames): ModelProblem[] {
  const places = new Places(declarations);
  return [
    ...checkSpelling(model, places),
    ...checkNames(model, places, reserved),
    ...checkWords(model, places),
    ...checkFields(model, places, reserved),
    ...checkRelations(model, places),
    ...checkViews(model, places),
  ];
}

/** Checks the spelling of names, from which ids, labels and file names are derived. */
function checkSpelling({ types, relationTypes }: Model, places: Places): ModelProblem[] {
  return [
    ...types
      .filter(({ name }) => !/^[A-Z][A-Za-z0-9]*$/.test(name))
      .map(({ name }) => places.problem(name, 'a name such as ResearchArea', name)),
    ...relationTypes
      .filter(({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name) || types.some((type) => type.name === name))
      .map(({ name }) => places.problem(`RelationType.${name}`, 'a name such as WORKED_AT', name)),
  ];
}

/** The suffixes of the names that the API derives from the name of a type. */
const suffixes = ['', 'Connection', 'Edge', 'Where', 'Order', 'OrderField', 'Group'];

function checkNames({ types, enums }: Model, places: Places, reserved: ReservedNames): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const rootFields = new Map([...reserved.rootFields].map((name) => [name, 'the API itself']));
  for (const { name, field, listField } of types) {
    const clash = suffixes.map((suffix) => `${name}${suffix}`).find((one) => reserved.types.has(one));
    if (clash !== undefined) {
      problems.push(places.problem(name, 'a name that the API has not reserved', `${clash}, which is reserved`));
    }
    for (const rootField of new Set([field, listField])) {
      const owner = rootFields.get(rootField);
      if (owner !== undefined) {
        const found = `the root field ${rootField}, which ${owner} already has`;
        problems.push(places.problem(name, 'unique root fields: choose another name or plural', found));
      }
      rootFields.set(rootField, name);
    }
    if (field === listField)
      problems.push(places.problem(name, 'a plural that differs from the name', `${field} for both`));
  }
  const derived = new Set(types.flatMap(({ name }) => suffixes.map((suffix) => `${name}${suffix}`)));
  const taken = enums.filter(({ name }) => reserved.types.has(name) || derived.has(name));
  return [...problems, ...taken.map(({ name }) => places.problem(name, 'a name that the API has not reserved', name))];
}

/** Checks that either all labels and phrases of a model are also given in Chinese, or none. */
function checkWords({ types, relationTypes, enums, views, languages }: Model, places: Places): ModelProblem[] {
  if (!languages.includes('ZH')) return [];
  const worded: readonly (readonly [path: string, texts: readonly Words[]])[] = [
    ...types.map(({ name, label }) => [name, [label]] as const),
    ...types.flatMap(({ name, fields }) =>
      fields
        .filter(({ kind }) => kind === 'value')
        .filter((field) => !('property' in field && field.property !== field.name))
        .map((field) => [`${name}.${field.name}`, [field.label]] as const),
    ),
    ...relationTypes.map(({ name, phrase, inverse }) => [`RelationType.${name}`, [phrase, inverse]] as const),
    ...enums.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, [value.label]] as const)),
    ...views.map(({ type, title, intro }) => [type, [title, intro]] as const),
  ];
  return worded
    .filter(([, texts]) => texts.some(({ zh }) => zh === undefined))
    .map(([place, texts]) => {
      const found = texts.map(({ en }) => `"${en}"`).join(' and ');
      return places.problem(place, 'a Chinese text for each English one, as elsewhere in the model', `only ${found}`);
    });
}
