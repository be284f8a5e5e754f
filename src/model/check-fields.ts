import type { ReservedNames } from './check-model.js';
import type { ModelProblem } from './model-problem.js';
import { joinsToItself, type EntityTypeModel, type Model, type ValueField } from './model.js';
import type { Places } from './places.js';

/** Properties that the loader writes on every entity; `…Zh` is the Chinese of a text, `…Key` what filters compare. */
const ownProperties: ReadonlySet<string> = new Set([
  ...['id', 'slug', 'name', 'aliases', 'summary', 'citations', 'basis', 'reference', 'paragraphs'],
  ...['nameZh', 'summaryZh', 'nameKey', 'sortKey', 'sortName'],
  ...['searchNames', 'searchWholes', 'searchWords', 'searchSummary'],
]);

/** What is wrong with the fields of the types. */
export function checkFields(model: Model, places: Places, reserved: ReservedNames): ModelProblem[] {
  return model.types.flatMap((type) => [
    ...type.fields.flatMap(({ name }) => checkFieldName(type, name, places, reserved)),
    ...checkOrder(type, places),
    ...valueFields(type).flatMap((field) => checkValue(type, field, model, places)),
    ...checkTwice(type, places),
    ...checkSections(type, model, places),
  ]);
}

/** The fields of a type that hold a value. */
export function valueFields({ fields }: EntityTypeModel): ValueField[] {
  return fields.filter((field): field is ValueField => field.kind === 'value');
}

function checkFieldName(
  { name: type }: EntityTypeModel,
  name: string,
  places: Places,
  { entityFields }: ReservedNames,
): ModelProblem[] {
  if (!entityFields.has(name) && !ownProperties.has(name)) return [];
  return [places.problem(`${type}.${name}`, 'a name that no field of every entity has', `${name}, which is reserved`)];
}

function checkOrder(type: EntityTypeModel, places: Places): ModelProblem[] {
  const { name, orderedBy } = type;
  if (orderedBy === undefined) return [];
  const field = valueFields(type).find((one) => one.name === orderedBy);
  if (field?.isRequired && (field.scalar === 'Int' || field.scalar === 'String') && !field.isLocalized) return [];
  const expected = 'orderedBy to name a field with an Int or a String that the data must have';
  return [places.problem(name, expected, orderedBy)];
}

/** One rule of a field: whether it is broken, what was expected and what was found. */
type Rule = readonly [isBroken: boolean, expected: string, found: string];

function checkValue(type: EntityTypeModel, field: ValueField, model: Model, places: Places): ModelProblem[] {
  return [...valueRules(field), ...referenceRules(type, field, model)]
    .filter(([isBroken]) => isBroken)
    .map(([, expected, found]) => places.problem(`${type.name}.${field.name}`, expected, found));
}

function valueRules(field: ValueField): Rule[] {
  const { scalar, property, isLocalized, isSorted, isHint } = field;
  const kind = scalar ?? 'an enum';
  const isSortable = isNumeric(field) || (scalar === 'String' && !isLocalized);
  const names = [field.name, 'name', 'summary'];
  return [
    [isLocalized && scalar !== 'String', '@localized on a String', kind],
    [isSorted && !isSortable, '@sort on a number, a text of one language, or relations', kind],
    [!isNumeric(field) && (field.min ?? field.max) !== undefined, '@range on a number', kind],
    [!names.includes(property), '@property to give `name` or `summary` another name', property],
    [isHint, '@hint on a field that follows relations', 'a value'],
  ];
}

function referenceRules(type: EntityTypeModel, field: ValueField, model: Model): Rule[] {
  const { values, atLeast, rankAlong } = field;
  const other = valueFields(type).find(({ name }) => name === atLeast);
  const isRank = values !== undefined && joinsToItself(model, rankAlong, type.name);
  const rank = '@rank on an enum, along a relation type that joins the type to itself';
  const isCompared = isNumeric(field) && isNumeric(other);
  return [
    [atLeast !== undefined && !isCompared, '@atLeast to name another field with a number', atLeast ?? ''],
    [rankAlong !== undefined && !isRank, rank, rankAlong ?? ''],
  ];
}

function isNumeric(field: ValueField | undefined): boolean {
  return field?.scalar === 'Int' || field?.scalar === 'Float';
}

/** Filters and groups of a type have names of their own. */
function checkTwice({ name: type, fields }: EntityTypeModel, places: Places): ModelProblem[] {
  const usual = ['and', 'or', 'not', 'slug', 'name', 'status', 'degree', 'within'];
  const filters = new Map(usual.map((name) => [name, 'every filter']));
  const groups = new Map<string, string>();
  return fields.flatMap(({ name, filter, group }) => {
    const place = `${type}.${name}`;
    const [filterOwner, groupOwner] = [filters.get(filter ?? ''), groups.get(group ?? '')];
    if (filter !== undefined) filters.set(filter, name);
    if (group !== undefined) groups.set(group, name);
    return [
      ...(filterOwner === undefined
        ? []
        : [places.problem(place, 'a filter with a name of its own', `${String(filter)}, which ${filterOwner} has`)]),
      ...(groupOwner === undefined
        ? []
        : [places.problem(place, 'a group with a name of its own', `${String(group)}, which ${groupOwner} has`)]),
    ];
  });
}

function checkSections(type: EntityTypeModel, { sections }: Model, places: Places): ModelProblem[] {
  const cited = type.fields.filter(({ kind }) => kind === 'cited');
  if (sections?.type !== type.name) {
    return cited.map(({ name }) => places.problem(`${type.name}.${name}`, '@cited on a type with @sections', 'none'));
  }
  const number = valueFields(type).find(({ name }) => name === 'number');
  if (number?.scalar === 'String' && number.isRequired && number.isUnique) return [];
  return [places.problem(type.name, 'a field `number: String! @unique` on the type with @sections', 'none')];
}
