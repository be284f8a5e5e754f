import type { Declarations } from './declarations.js';
import { checkFields } from './check-fields.js';
import { checkRelations } from './check-relations.js';
import { checkViews } from './check-views.js';
import type { ModelProblem } from './model-problem.js';
import type { Model, Words } from './model.js';
import { Places } from './places.js';

/** What the part of the API that is the same for all models takes of the names. */
export interface ReservedNames {
  readonly types: ReadonlySet<string>;
  readonly rootFields: ReadonlySet<string>;
  /** The fields of every entity. */
  readonly entityFields: ReadonlySet<string>;
}

/** What is wrong with a model as a whole: names that are taken, relations without an inverse, words without Chinese. */
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

/** Ids, labels and files are spelled from the names, so these are of one form. */
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

/** What the API makes of each type's name. */
const suffixes = ['', 'Connection', 'Edge', 'Where', 'Order', 'OrderField', 'Group'];

function checkNames({ types, enums }: Model, places: Places, reserved: ReservedNames): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const rootFields = new Map([...reserved.rootFields].map((name) => [name, 'the API itself']));
  for (const { name, field, listField } of types) {
    const clash = suffixes.map((suffix) => `${name}${suffix}`).find((one) => reserved.types.has(one));
    if (clash !== undefined) {
      problems.push(places.problem(name, `a name that the API has not reserved`, `${clash}, which is reserved`));
    }
    for (const rootField of new Set([field, listField])) {
      const owner = rootFields.get(rootField);
      if (owner !== undefined) {
        const found = `the root field ${rootField}, which ${owner} has already`;
        problems.push(places.problem(name, 'root fields of its own: another name or plural', found));
      }
      rootFields.set(rootField, name);
    }
    if (field === listField) problems.push(places.problem(name, 'a plural other than its name', `${field} for both`));
  }
  const derived = new Set(types.flatMap(({ name }) => suffixes.map((suffix) => `${name}${suffix}`)));
  const taken = enums.filter(({ name }) => reserved.types.has(name) || derived.has(name));
  return [...problems, ...taken.map(({ name }) => places.problem(name, 'a name that the API has not reserved', name))];
}

/** Either all words of a model are given in Chinese too, or none. */
function checkWords({ types, relationTypes, enums, views, languages }: Model, places: Places): ModelProblem[] {
  if (!languages.includes('ZH')) return [];
  const worded: readonly (readonly [place: string, words: readonly Words[]])[] = [
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
      return places.problem(place, 'Chinese words beside the English ones, as elsewhere in the model', `only ${found}`);
    });
}
