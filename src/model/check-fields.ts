import type { Expect, ReservedNames } from './check-model.js';
import { connectsToItself, type EntityTypeModel, type Model, type ValueField } from './model.js';

/** Properties that the loader writes on every entity; `…Zh` is a Chinese text, `…Key` a folded text for filters. */
const reservedProperties: ReadonlySet<string> = new Set([
  ...['id', 'slug', 'name', 'aliases', 'summary', 'citations', 'basis', 'references', 'paragraphs'],
  ...['wordings', 'formerIds', 'statements'],
  ...['nameZh', 'summaryZh', 'nameKey', 'sortKey', 'sortName'],
  ...['searchNames', 'searchWholes', 'searchWords', 'searchSummary'],
]);

/** Checks the fields of all types. */
export function checkFields(model: Model, expect: Expect, { entityFields }: ReservedNames): void {
  for (const type of model.types) {
    for (const { name } of type.fields) {
      const isReserved = entityFields.has(name) || reservedProperties.has(name);
      expect(!isReserved, `${type.name}.${name}`, 'a name that no field of `Entity` has', `${name}, which is reserved`);
    }
    checkOrder(type, expect);
    for (const field of valueFields(type)) {
      checkValue(type, field, expect);
      checkReferences(model, type, field, expect);
    }
    checkFilterAndGroupNames(type, expect);
    checkSections(type, model, expect);
  }
}

/** The fields of a type that hold a value. */
export function valueFields({ fields }: EntityTypeModel): ValueField[] {
  return fields.filter((field): field is ValueField => field.kind === 'value');
}

function checkOrder(type: EntityTypeModel, expect: Expect): void {
  const { name, orderedBy } = type;
  if (orderedBy === undefined) return;
  const field = valueFields(type).find((one) => one.name === orderedBy);
  const isSortable = field?.isRequired && (field.scalar === 'Int' || field.scalar === 'String') && !field.isLocalized;
  expect(isSortable, name, 'orderedBy to name a required field of type Int or String, not localized', orderedBy);
}

function checkValue(type: EntityTypeModel, field: ValueField, expect: Expect): void {
  const { scalar, property, isLocalized, isSorted, isDate } = field;
  const path = `${type.name}.${field.name}`;
  const kind = scalar ?? 'an enum';
  const isPlainText = scalar === 'String' && !isLocalized;
  const isSortable = isNumeric(field) || isPlainText;
  const hasRange = (field.min ?? field.max) !== undefined;
  const canHaveProperty = [field.name, 'name', 'summary'].includes(property);
  expect(!isLocalized || scalar === 'String', path, '@localized on a String', kind);
  expect(!isSorted || isSortable, path, '@sort on a number, a text that is not localized, or relations', kind);
  expect(!hasRange || isNumeric(field), path, '@range on a number', kind);
  expect(canHaveProperty, path, '@property to give `name` or `summary` another name', property);
  expect(!isDate || isPlainText, path, '@date on a String that is not localized', kind);
  expect(!field.isHint, path, '@hint on a field that follows relations', 'a value');
}

function checkReferences(model: Model, type: EntityTypeModel, field: ValueField, expect: Expect): void {
  const path = `${type.name}.${field.name}`;
  const { values, atLeast, rankAlong } = field;
  if (atLeast !== undefined) {
    const other = valueFields(type).find(({ name }) => name === atLeast);
    expect(isNumeric(field) && isNumeric(other), path, '@atLeast to name another field with a number', atLeast);
  }
  if (rankAlong !== undefined) {
    const isRank = values !== undefined && connectsToItself(model, rankAlong, type.name);
    expect(isRank, path, '@rank on an enum, along a relation type that connects the type to itself', rankAlong);
  }
}

function isNumeric(field: ValueField | undefined): boolean {
  return field?.scalar === 'Int' || field?.scalar === 'Float';
}

/** Checks that the names of filters and groups are names in GraphQL, and unique within a type. */
function checkFilterAndGroupNames({ name: type, fields }: EntityTypeModel, expect: Expect): void {
  const commonFilters = ['and', 'or', 'not', 'slug', 'name', 'status', 'degree', 'within'];
  const filters = new Map(commonFilters.map((name) => [name, 'every filter']));
  const groups = new Map<string, string>();
  for (const { name, filter, group } of fields) {
    const path = `${type}.${name}`;
    const invalidName = [filter, group].find((one) => one !== undefined && !/^[A-Za-z_]\w*$/.test(one));
    const found = JSON.stringify(invalidName ?? '');
    expect(invalidName === undefined, path, 'a name of Latin letters, digits and underscores', found);
    for (const [kind, own, owners] of [['filter', filter, filters] as const, ['group', group, groups] as const]) {
      const owner = owners.get(own ?? '');
      expect(owner === undefined, path, `a unique name of the ${kind}`, `${own}, which ${owner} already has`);
      if (own !== undefined) owners.set(own, `the field ${name}`);
    }
  }
}

function checkSections(type: EntityTypeModel, { sections }: Model, expect: Expect): void {
  if (sections?.type === type.name) {
    const number = valueFields(type).find(({ name }) => name === 'number');
    const isNumbered = number?.scalar === 'String' && number.isRequired && number.isUnique;
    expect(isNumbered, type.name, 'a field `number: String! @unique` on the type with @sections', 'none');
  } else {
    for (const { name, kind } of type.fields)
      expect(kind !== 'cited', `${type.name}.${name}`, '@cited on a type with @sections', 'none');
  }
}
