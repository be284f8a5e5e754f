import type { Expect } from './check-model.js';
import { findType, connectsToItself, type EntityTypeModel, type Model, type RelatedField } from './model.js';

/** Checks the relation types and the fields that follow them. */
export function checkRelations(model: Model, expect: Expect): void {
  const followedRelations = new Set(model.types.flatMap((type) => relatedFields(type).map(({ relation }) => relation)));
  for (const { name } of model.relationTypes) {
    const expected = `a field with @relationship(type: ${name})`;
    expect(followedRelations.has(name), `RelationType.${name}`, expected, 'an unused relation type');
  }
  for (const type of model.types) {
    for (const field of relatedFields(type)) {
      checkInverse(model, type, field, expect);
      checkDirectives(model, type, field, expect);
    }
  }
}

/** The fields of a type that follow relations. */
function relatedFields({ fields }: EntityTypeModel): RelatedField[] {
  return fields.filter((field): field is RelatedField => field.kind === 'related');
}

function checkInverse(model: Model, type: EntityTypeModel, field: RelatedField, expect: Expect): void {
  const { name, target, relation, direction } = field;
  const targetType = target === undefined ? undefined : findType(model, target);
  if (targetType === undefined) return;
  const hasInverse = relatedFields(targetType).some(
    (one) =>
      one.relation === relation &&
      one.direction !== direction &&
      (one.target === undefined || one.target === type.name),
  );
  const expected = `a field of ${targetType.name} that follows ${relation} back to ${type.name}, such as in \`extend type ${targetType.name}\``;
  expect(hasInverse, `${type.name}.${name}`, expected, 'none');
}

function checkDirectives(model: Model, type: EntityTypeModel, field: RelatedField, expect: Expect): void {
  const path = `${type.name}.${field.name}`;
  const { target, through, groupThrough, isWithin, relation, isList } = field;
  const expectSelfRelation = (name: string | undefined, typeName: string | undefined): void => {
    const isMet = name === undefined || connectsToItself(model, name, typeName);
    expect(isMet, path, `a relation type that connects ${typeName ?? 'one type'} to itself`, name ?? '');
  };
  expectSelfRelation(through, type.name);
  expectSelfRelation(groupThrough, target);
  expectSelfRelation(isWithin ? relation : undefined, type.name);
  const isFilteredOrGrouped = (field.filter ?? field.group) !== undefined;
  const expected = 'a single type of entity, because lists are filtered or grouped by the field';
  expect(!isFilteredOrGrouped || target !== undefined, path, expected, 'Entity');
  expect(!field.isSorted || isList, path, '@sort on a field that returns a list', 'a field that returns one entity');
}
