import type { ReservedNames } from './check-model.js';
import type { ModelProblem } from './model-problem.js';
import { joinsToItself, type EntityTypeModel, type Model, type ValueField } from './model.js';
import type { Places } from './places.js';

/** Properties that the loader writes on every entity; `…Zh` is a Chinese text, `…Key` a folded text for filters. */
const ownProperties: ReadonlySet<string> = new Set([
  ...['id', 'slug', 'name', 'aliases', 'summary', 'citations', 'basis', 'reference', 'paragraphs'],
  ...['nameZh', 'summaryZh', 'nameKey', 'sortKey', 'sortName'],
  ...['searchNames', 'searchWholes', 'searchWords', 'searchSummary'],
]);

/** Checks the fields of all types. */
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
  return [places.problem(`${type}.${name}`, 'a name that no field of `Entity` has', `${name}, which is reserved`)];
}

function checkOrder(type: EntityTypeModel, places: Places): ModelProblem[] {
  const { name, orderedBy } = type;
  if (orderedBy === undefined) return [];
  const field = valueFields(type).find((one) => one.name === orderedBy);
  if (field?.isRequired && (field.scalar === 'Int' || field.scalar === 'String') && !field.isLocalized) return [];
  const expected = 'orderedBy to name a required field of type Int or String, not localized';
  return [places.problem(name, expected, orderedBy)];
}

/** A rule for a field: whether it is broken, and the expected and found values for the message. */
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
    [isSorted && !isSortable, '@sort on a number, a text that is not localized, or relations', kind],
    [!isNumeric(field) && (field.min ?? field.max) !== undefined, '@range on a number', kind],
    [!names.includes(property), '@property to give `name` or `summary` another name', property],
    [isHint, '@hint on a field that follows relations', 'a value'],
  ];
}

function referenceRules(type: EntityTypeModel, field: ValueField, model: Model): Rule[] {
  const { values, atLeast, rankAlong } = field;
  const other = valueFields(type).find(({ name }) => name === atLeast);
  const isRank = values !== undefined && joinsToItself(model, rankAlong, type.name);
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

/** Checks that the names of filters and groups are unique within a type. */
function checkTwice({ name: type, fields }: EntityTypeModel, places: Places): ModelProblem[] {
  const usual = ['and', 'or', 'not', 'slug', 'name', 'status', 'degree', 'within'];
  const filters = new Map(usual.map((name) => [name, 'every filter']));
  const groups = new Map<string, string>();
  return fields.flatMap(({ name, filter, group }) => {
    const place = `${type}.${name}`;
    const [filterOwner, groupOwner] = [filters.get(filter ?? ''), groups.get(group ?? '')];
    if (filter !== undefined) filters.set(filter, `the field ${name}`);
    if (group !== undefined) groups.set(group, `the field ${name}`);
    return [
      ...(filterOwner === undefined
        ? []
        : [
            places.problem(place, 'a unique name of the filter', `${String(filter)}, which ${filterOwner} already has`),
          ]),
      ...(groupOwner === undefined
        ? []
        : [places.problem(place, 'a unique name of the group', `${String(group)}, which ${groupOwner} already has`)]),
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
