import { block } from '../block.js';
import { findType, type EntityTypeModel, type FieldModel, type Model, type RelatedField } from '../model.js';
import { languageArgument, listArguments } from './arguments.js';
import { described, fieldText } from './text.js';

/** Generates the object type of an entity type: `entityFields`, which every entity has as SDL, and its own fields. */
export function typeText(model: Model, type: EntityTypeModel, entityFields: readonly string[]): string {
  const own = type.fields.map((field) => described(field.description, fieldOf(model, type, field)));
  return described(type.description, block(`type ${type.name} implements Entity & Node`, [...entityFields, ...own]));
}

function fieldOf(model: Model, type: EntityTypeModel, field: FieldModel): string {
  switch (field.kind) {
    case 'cited': {
      const partOf = model.sections?.partOf;
      const parts = partOf === undefined ? '' : `(parts: ${partOf})`;
      return `${fieldText(field.name, listArguments(undefined), 'EntityConnection!')} @cited${parts}`;
    }
    case 'related':
      return relatedField(model, type, field);
    case 'value': {
      const named = field.scalar ?? field.values?.name ?? 'String';
      const stored = field.property === field.name ? '' : ` @property(name: "${field.property}")`;
      const parameters = field.isLocalized ? [languageArgument] : [];
      return `${fieldText(field.name, parameters, `${named}${field.isNonNull ? '!' : ''}`)}${stored}`;
    }
  }
}

function relatedField(model: Model, type: EntityTypeModel, field: RelatedField): string {
  const { name, target, isList, through } = field;
  const followed = relationshipText(field, needsLabel(model, type, field));
  if (!isList) return `${name}: ${target ?? 'Entity'} ${followed}`;
  const items = target === undefined ? undefined : findType(model, target);
  const within =
    through === undefined
      ? []
      : [
          described(
            `Whether to include the ${items?.plural.en ?? 'entities'} of the ${type.plural.en} inside this one; true by default.`,
            'within: Boolean = true',
          ),
        ];
  return `${fieldText(name, [...within, ...listArguments(items)], `${target ?? 'Entity'}Connection!`)} ${followed}`;
}

/** The directive that defines the relation that a field or a condition follows. */
export function relationshipText({ relation, direction, through, target }: RelatedField, hasLabel: boolean): string {
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
