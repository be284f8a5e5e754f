import type { ReservedNames } from './check-model.js';
import type { ModelProblem } from './model-problem.js';
import { connectsToItself, type EntityTypeModel, type Model, type ValueField } from './model.js';
import type { SourceLocations } from './source-locations.js';

/** Properties that the loader writes on every entity; `…Zh` is a Chinese text, `…Key` a folded text for filters. */
const reservedProperties: ReadonlySet<string> = new Set([
  ...['id', 'slug', 'name', 'aliases', 'summary', 'citations', 'basis', 'references', 'paragraphs'],
  ...['wordings', 'formerIds', 'statements'],
  ...['nameZh', 'summaryZh', 'nameKey', 'sortKey', 'sortName'],
  ...['searchNames', 'searchWholes', 'searchWords', 'searchSummary'],
]);

/** Checks the fields of all types. */
export function checkFields(model: Model, locations: SourceLocations, reserved: ReservedNames): ModelProblem[] {
  return model.types.flatMap((type) => [
    ...type.fields.flatMap(({ name }) => checkFieldName(type, name, locations, reserved)),
    ...checkOrder(type, locations),
    ...valueFields(type).flatMap((field) => checkValue(type, field, model, locations)),
    ...checkFilterAndGroupNames(type, locations),
    ...checkSections(type, model, locations),
  ]);
}

/** The fields of a type that hold a value. */
export function valueFields({ fields }: EntityTypeModel): ValueField[] {
  return fields.filter((field): field is ValueField => field.kind === 'value');
}

function checkFieldName(
  { name: type }: EntityTypeModel,
  name: string,
  locations: SourceLocations,
  { entityFields }: ReservedNames,
): ModelProblem[] {
  if (!entityFields.has(name) && !reservedProperties.has(name)) return [];
  return [locations.problem(`${type}.${name}`, 'a name that no field of `Entity` has', `${name}, which is reserved`)];
}

function checkOrder(type: EntityTypeModel, locations: SourceLocations): ModelProblem[] {
  const { name, orderedBy } = type;
  if (orderedBy === undefined) return [];
  const field = valueFields(type).find((one) => one.name === orderedBy);
  if (field?.isRequired && (field.scalar === 'Int' || field.scalar === 'String') && !field.isLocalized) return [];
  const expected = 'orderedBy to name a required field of type Int or String, not localized';
  return [locations.problem(name, expected, orderedBy)];
}

/** A rule for a field: whether it is broken, and the expected and found values for the message. */
export type Rule = readonly [isBroken: boolean, expected: string, found: string];

/** Creates a problem for each broken rule of the definition at a path. */
export function checkRules(rules: readonly Rule[], path: string, locations: SourceLocations): ModelProblem[] {
  return rules.filter(([isBroken]) => isBroken).map(([, expected, found]) => locations.problem(path, expected, found));
}

function checkValue(
  type: EntityTypeModel,
  field: ValueField,
  model: Model,
  locations: SourceLocations,
): ModelProblem[] {
  const rules = [...valueRules(field), ...referenceRules(type, field, model)];
  return checkRules(rules, `${type.name}.${field.name}`, locations);
}

function valueRules(field: ValueField): Rule[] {
  const { scalar, property, isLocalized, isSorted, isHint } = field;
  const kind = scalar ?? 'an enum';
  const isSortable = isNumeric(field) || (scalar === 'String' && !isLocalized);
  const names = [field.name, 'name', 'summary'];
  return [
    [isLocalized && scalar !== 'String', '@localized on a String', kind],
    [isSorted && !isSortable, '@sort on a number, a text that is not localized, or relations', kind],
    [!isNumeric(field) && (field.min ?? field.max) !== undefined, '@range on a number', kind],
    [!names.includes(property), '@property to give `name` or `summary` another name', property],
    [field.isDate && (scalar !== 'String' || isLocalized), '@date on a String that is not localized', kind],
    [isHint, '@hint on a field that follows relations', 'a value'],
  ];
}

function referenceRules(type: EntityTypeModel, field: ValueField, model: Model): Rule[] {
  const { values, atLeast, rankAlong } = field;
  const other = valueFields(type).find(({ name }) => name === atLeast);
  const isRank = values !== undefined && connectsToItself(model, rankAlong, type.name);
  const rank = '@rank on an enum, along a relation type that connects the type to itself';
  const isCompared = isNumeric(field) && isNumeric(other);
  return [
    [atLeast !== undefined && !isCompared, '@atLeast to name another field with a number', atLeast ?? ''],
    [rankAlong !== undefined && !isRank, rank, rankAlong ?? ''],
  ];
}

function isNumeric(field: ValueField | undefined): boolean {
  return field?.scalar === 'Int' || field?.scalar === 'Float';
}

/** Checks that the names of filters and groups are names in GraphQL, and unique within a type. */
function checkFilterAndGroupNames({ name: type, fields }: EntityTypeModel, locations: SourceLocations): ModelProblem[] {
  const commonFilters = ['and', 'or', 'not', 'slug', 'name', 'status', 'degree', 'within'];
  const filters = new Map(commonFilters.map((name) => [name, 'every filter']));
  const groups = new Map<string, string>();
  return fields.flatMap(({ name, filter, group }) => {
    const [filterOwner, groupOwner] = [filters.get(filter ?? ''), groups.get(group ?? '')];
    if (filter !== undefined) filters.set(filter, `the field ${name}`);
    if (group !== undefined) groups.set(group, `the field ${name}`);
    const invalidName = [filter, group].find((one) => one !== undefined && !/^[A-Za-z_]\w*$/.test(one));
    const rules: Rule[] = [
      [invalidName !== undefined, 'a name of Latin letters, digits and underscores', JSON.stringify(invalidName ?? '')],
      [filterOwner !== undefined, 'a unique name of the filter', `${filter}, which ${filterOwner} already has`],
      [groupOwner !== undefined, 'a unique name of the group', `${group}, which ${groupOwner} already has`],
    ];
    return checkRules(rules, `${type}.${name}`, locations);
  });
}

function checkSections(type: EntityTypeModel, { sections }: Model, locations: SourceLocations): ModelProblem[] {
  const cited = type.fields.filter(({ kind }) => kind === 'cited');
  if (sections?.type !== type.name) {
    return cited.map(({ name }) =>
      locations.problem(`${type.name}.${name}`, '@cited on a type with @sections', 'none'),
    );
  }
  const number = valueFields(type).find(({ name }) => name === 'number');
  if (number?.scalar === 'String' && number.isRequired && number.isUnique) return [];
  return [locations.problem(type.name, 'a field `number: String! @unique` on the type with @sections', 'none')];
}
