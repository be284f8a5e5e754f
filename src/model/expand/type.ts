import { findType, type EntityTypeModel, type FieldModel, type Model, type RelatedField } from '../model.js';
import { languageArgument, printListArguments } from './arguments.js';
import { withDescription } from './text.js';

/** Generates the object type of an entity type: `entityFields`, which every entity has as SDL, and its own fields. */
export function printType(model: Model, type: EntityTypeModel, entityFields: readonly string[]): string {
  const ownFields = type.fields.map((field) => withDescription(field.description, printOwnField(model, type, field)));
  return withDescription(
    type.description,
    `type ${type.name} implements Entity & Node {\n${[...entityFields, ...ownFields].join('\n')}\n}`,
  );
}

function printOwnField(model: Model, type: EntityTypeModel, field: FieldModel): string {
  switch (field.kind) {
    case 'cited': {
      const partOf = model.sections?.partOf;
      const parts = partOf === undefined ? '' : `(parts: ${partOf})`;
      return `${field.name}(${printListArguments(undefined)}): EntityConnection! @cited${parts}`;
    }
    case 'related':
      return printRelatedField(model, type, field);
    case 'value': {
      const typeName = field.scalar ?? field.values?.name ?? 'String';
      const propertyDirective = field.property === field.name ? '' : ` @property(name: "${field.property}")`;
      const parameters = field.isLocalized ? `(${languageArgument})` : '';
      return `${field.name}${parameters}: ${typeName}${field.isNonNull ? '!' : ''}${propertyDirective}`;
    }
  }
}

function printRelatedField(model: Model, type: EntityTypeModel, field: RelatedField): string {
  const { name, target = 'Entity', isList, through } = field;
  const directive = printRelationship(field, needsLabel(model, type, field));
  if (!isList) return `${name}: ${target} ${directive}`;
  const items = findType(model, target);
  const within = `"Whether to include the ${items?.plural.en ?? 'entities'} of the ${type.plural.en} inside this one; true by default."
  within: Boolean = true`;
  return `${name}(${through === undefined ? '' : within} ${printListArguments(items, true)}): ${target}Connection! ${directive}`;
}

/** The directive that defines the relation that a field or a condition follows. */
export function printRelationship({ relation, direction, through, target }: RelatedField, hasLabel: boolean): string {
  const parts = [
    `type: ${relation}`,
    `direction: ${direction}`,
    ...(through === undefined ? [] : [`through: ${through}`]),
    ...(hasLabel && target !== undefined ? [`label: "${target}"`] : []),
  ];
  return `@relationship(${parts.join(', ')})`;
}

// A label in a pattern costs planning time, so it is written only if the relation connects the type to several others.
function needsLabel(model: Model, { name }: EntityTypeModel, { relation, direction }: RelatedField): boolean {
  const pairs = model.relationTypes.find((one) => one.name === relation)?.pairs ?? [];
  const ends = pairs.flatMap(([from, to]) => {
    if (direction === 'OUT') return from === name ? [to] : [];
    return to === name ? [from] : [];
  });
  return new Set(ends).size > 1;
}
