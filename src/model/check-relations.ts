import type { ModelProblem } from './model-problem.js';
import { findType, joinsToItself, type EntityTypeModel, type Model, type RelatedField } from './model.js';
import type { Places } from './places.js';

/** Checks the relation types and the fields that follow them. */
export function checkRelations(model: Model, places: Places): ModelProblem[] {
  const followed = new Set(model.types.flatMap((type) => relatedFields(type).map(({ relation }) => relation)));
  return [
    ...model.relationTypes
      .filter(({ name }) => !followed.has(name))
      .map(({ name }) =>
        places.problem(`RelationType.${name}`, `a field with @relationship(type: ${name})`, 'an unused relation type'),
      ),
    ...model.types.flatMap((type) =>
      relatedFields(type).flatMap((field) => [
        ...checkInverse(model, type, field, places),
        ...checkThrough(model, type, field, places),
      ]),
    ),
  ];
}

/** The fields of a type that follow relations. */
function relatedFields({ fields }: EntityTypeModel): RelatedField[] {
  return fields.filter((field): field is RelatedField => field.kind === 'related');
}

function checkInverse(model: Model, type: EntityTypeModel, field: RelatedField, places: Places): ModelProblem[] {
  const { name, target, relation, direction } = field;
  const other = target === undefined ? undefined : findType(model, target);
  if (other === undefined) return [];
  const leadsBack = relatedFields(other).some(
    (one) =>
      one.relation === relation &&
      one.direction !== direction &&
      (one.target === undefined || one.target === type.name),
  );
  if (leadsBack) return [];
  const expected = `a field of ${other.name} that follows ${relation} back to ${type.name}, such as in \`extend type ${other.name}\``;
  return [places.problem(`${type.name}.${name}`, expected, 'none')];
}

function checkThrough(model: Model, type: EntityTypeModel, field: RelatedField, places: Places): ModelProblem[] {
  const { name, target, through, groupThrough, isWithin, relation, isList } = field;
  const problem = (expected: string, found: string): ModelProblem =>
    places.problem(`${type.name}.${name}`, expected, found);
  const joining = (of: string | undefined): string => `a relation type that connects ${of ?? 'one type'} to itself`;
  return [
    ...(through !== undefined && !joinsToItself(model, through, type.name)
      ? [problem(joining(type.name), through)]
      : []),
    ...(groupThrough !== undefined && !joinsToItself(model, groupThrough, target)
      ? [problem(joining(target), groupThrough)]
      : []),
    ...(isWithin && !joinsToItself(model, relation, type.name) ? [problem(joining(type.name), relation)] : []),
    ...((field.filter !== undefined || field.group !== undefined) && target === undefined
      ? [problem('a single type of entity, because lists are filtered or grouped by the field', 'Entity')]
      : []),
    ...(field.isSorted && !isList
      ? [problem('@sort on a field that returns a list', 'a field that returns one entity')]
      : []),
  ];
}
