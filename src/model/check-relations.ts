import { checkRules, type Rule } from './check-fields.js';
import type { ModelProblem } from './model-problem.js';
import { findType, connectsToItself, type EntityTypeModel, type Model, type RelatedField } from './model.js';
import type { SourceLocations } from './source-locations.js';

/** Checks the relation types and the fields that follow them. */
export function checkRelations(model: Model, locations: SourceLocations): ModelProblem[] {
  const followedRelations = new Set(model.types.flatMap((type) => relatedFields(type).map(({ relation }) => relation)));
  return [
    ...model.relationTypes
      .filter(({ name }) => !followedRelations.has(name))
      .map(({ name }) =>
        locations.problem(
          `RelationType.${name}`,
          `a field with @relationship(type: ${name})`,
          'an unused relation type',
        ),
      ),
    ...model.types.flatMap((type) =>
      relatedFields(type).flatMap((field) => [
        ...checkInverse(model, type, field, locations),
        ...checkRules(throughRules(model, type, field), `${type.name}.${field.name}`, locations),
      ]),
    ),
  ];
}

/** The fields of a type that follow relations. */
function relatedFields({ fields }: EntityTypeModel): RelatedField[] {
  return fields.filter((field): field is RelatedField => field.kind === 'related');
}

function checkInverse(
  model: Model,
  type: EntityTypeModel,
  field: RelatedField,
  locations: SourceLocations,
): ModelProblem[] {
  const { name, target, relation, direction } = field;
  const targetType = target === undefined ? undefined : findType(model, target);
  if (targetType === undefined) return [];
  const hasInverse = relatedFields(targetType).some(
    (one) =>
      one.relation === relation &&
      one.direction !== direction &&
      (one.target === undefined || one.target === type.name),
  );
  if (hasInverse) return [];
  const expected = `a field of ${targetType.name} that follows ${relation} back to ${type.name}, such as in \`extend type ${targetType.name}\``;
  return [locations.problem(`${type.name}.${name}`, expected, 'none')];
}

function throughRules(model: Model, type: EntityTypeModel, field: RelatedField): Rule[] {
  const { target, through, groupThrough, isWithin, relation, isList } = field;
  const selfRelationRule = (name: string | undefined, typeName: string | undefined): Rule => [
    name !== undefined && !connectsToItself(model, name, typeName),
    `a relation type that connects ${typeName ?? 'one type'} to itself`,
    name ?? '',
  ];
  const isFilteredOrGrouped = (field.filter ?? field.group) !== undefined;
  return [
    selfRelationRule(through, type.name),
    selfRelationRule(groupThrough, target),
    selfRelationRule(isWithin ? relation : undefined, type.name),
    [
      isFilteredOrGrouped && target === undefined,
      'a single type of entity, because lists are filtered or grouped by the field',
      'Entity',
    ],
    [field.isSorted && !isList, '@sort on a field that returns a list', 'a field that returns one entity'],
  ];
}
