import type { Declarations } from './declarations.js';
import { checkFields } from './check-fields.js';
import { checkRelations } from './check-relations.js';
import { checkViews } from './check-views.js';
import type { ModelProblem } from './model-problem.js';
import type { Model, BilingualText } from './model.js';
import { SourceLocations } from './source-locations.js';

/** The names that the base schema, which is the same for all models, already uses. */
export interface ReservedNames {
  readonly types: ReadonlySet<string>;
  readonly rootFields: ReadonlySet<string>;
  /** The fields of the interface `Entity`. */
  readonly entityFields: ReadonlySet<string>;
}

/** Checks a model as a whole: reserved names, fields, relations without an inverse, views, missing Chinese texts. */
export function checkModel(model: Model, declarations: Declarations, reserved: ReservedNames): ModelProblem[] {
  const locations = new SourceLocations(declarations);
  return [
    ...checkSpelling(model, locations),
    ...checkNames(model, locations, reserved),
    ...checkChineseTexts(model, locations),
    ...checkFields(model, locations, reserved),
    ...checkRelations(model, locations),
    ...checkViews(model, locations),
  ];
}

/** Checks the spelling of names, from which ids, labels and file names are derived. */
function checkSpelling({ types, relationTypes }: Model, locations: SourceLocations): ModelProblem[] {
  return [
    ...types
      .filter(({ name }) => !/^[A-Z][A-Za-z0-9]*$/.test(name))
      .map(({ name }) => locations.problem(name, 'a name such as ResearchArea', name)),
    // Descriptions in the API contain the plural unescaped, and the name of a root field is derived from it.
    ...types
      .filter(({ plural }) => !/^[A-Za-z][\w -]*$/.test(plural.en))
      .map(({ name, plural }) =>
        locations.problem(name, 'a plural such as "research areas"', JSON.stringify(plural.en)),
      ),
    ...relationTypes
      .filter(({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name) || types.some((type) => type.name === name))
      .map(({ name }) => locations.problem(`RelationType.${name}`, 'a name such as WORKED_AT', name)),
  ];
}

/** The suffixes of the names that the API derives from the name of a type. */
const suffixes = ['', 'Connection', 'Edge', 'Where', 'Order', 'OrderField', 'Group'];

function checkNames({ types, enums }: Model, locations: SourceLocations, reserved: ReservedNames): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const rootFields = new Map([...reserved.rootFields].map((name) => [name, 'the API itself']));
  for (const { name, field, listField } of types) {
    const reservedName = suffixes.map((suffix) => `${name}${suffix}`).find((one) => reserved.types.has(one));
    if (reservedName !== undefined) {
      problems.push(
        locations.problem(name, 'a name that the API has not reserved', `${reservedName}, which is reserved`),
      );
    }
    for (const rootField of new Set([field, listField])) {
      const owner = rootFields.get(rootField);
      if (owner !== undefined) {
        const found = `the root field ${rootField}, which ${owner} already has`;
        problems.push(locations.problem(name, 'unique root fields: choose another name or plural', found));
      }
      rootFields.set(rootField, name);
    }
    if (field === listField)
      problems.push(locations.problem(name, 'a plural that differs from the name', `${field} for both`));
  }
  const derivedNames = new Set(types.flatMap(({ name }) => suffixes.map((suffix) => `${name}${suffix}`)));
  const reservedEnums = enums.filter(({ name }) => reserved.types.has(name) || derivedNames.has(name));
  return [
    ...problems,
    ...reservedEnums.map(({ name }) => locations.problem(name, 'a name that the API has not reserved', name)),
  ];
}

/** Checks that either all labels and phrases of a model are also given in Chinese, or none. */
function checkChineseTexts(
  { types, relationTypes, enums, views, languages }: Model,
  locations: SourceLocations,
): ModelProblem[] {
  if (!languages.includes('ZH')) return [];
  const textsByPath: readonly (readonly [path: string, texts: readonly BilingualText[]])[] = [
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
  return textsByPath
    .filter(([, texts]) => texts.some(({ zh }) => zh === undefined))
    .map(([path, texts]) => {
      const found = texts.map(({ en }) => `"${en}"`).join(' and ');
      return locations.problem(path, 'a Chinese text for each English one, as elsewhere in the model', `only ${found}`);
    });
}
