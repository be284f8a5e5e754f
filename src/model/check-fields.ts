import type { ReservedNames } from './check-model.js';
import type { ModelProblem } from './model-problem.js';
import type { EntityTypeModel, Model, ValueField } from './model.js';
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

function checkValue(
  type: EntityTypeModel,
  field: ValueField,
  { relationTypes }: Model,
  places: Places,
): ModelProblem[] {
  const problem = (expected: string, found: string): ModelProblem =>
    places.problem(`${type.name}.${field.name}`, expected, found);
  const { scalar, values, atLeast, rankAlong } = field;
  const isNumber = scalar === 'Int' || scalar === 'Float';
  const other = valueFields(type).find(({ name }) => name === atLeast);
  const along = relationTypes.find(({ name }) => name === rankAlong);
  const isChain = along?.pairs.some(([from, to]) => from === type.name && to === type.name);
  return [
    ...(field.isLocalized && scalar !== 'String' ? [problem('@localized on a String', scalar ?? 'an enum')] : []),
    ...(field.isSorted && (values !== undefined || scalar === 'Boolean' || field.isLocalized)
      ? [problem('@sort on a number, a text of one language, or relations', scalar ?? 'an enum')]
      : []),
    ...(!isNumber && (field.min ?? field.max) !== undefined
      ? [problem('@range on a number', scalar ?? 'an enum')]
      : []),
    ...(atLeast !== undefined && !(isNumber && (other?.scalar === 'Int' || other?.scalar === 'Float'))
      ? [problem('@atLeast to name another field with a number', atLeast)]
      : []),
    ...(rankAlong !== undefined && !(values !== undefined && isChain)
      ? [problem('@rank on an enum, along a relation type that joins the type to itself', rankAlong)]
      : []),
    ...(field.isHint ? [problem('@hint on a field that follows relations', 'a value')] : []),
  ];
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
