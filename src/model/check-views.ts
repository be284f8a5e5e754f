import type { ModelProblem } from './model-problem.js';
import { findType, type EntityTypeModel, type FieldModel, type Model, type ViewModel } from './model.js';
import type { SourceLocations } from './source-locations.js';

/** The kind of field that a view expects at one position. */
type FieldKind = 'one' | 'list' | 'number';

const kindsByView: Readonly<Record<string, readonly FieldKind[]>> = {
  LANDSCAPE: ['list', 'list'],
  PLACES: ['one', 'list'],
  CHAIN: ['one', 'list', 'list'],
  TIMELINE: ['number', 'number'],
};

const kindDescriptions: Readonly<Record<FieldKind, string>> = {
  one: 'a field that returns one entity',
  list: 'a field that returns a list of entities',
  number: 'a field of type Int',
};

/** Checks the fields of the views. */
export function checkViews(model: Model, locations: SourceLocations): ModelProblem[] {
  return model.views.flatMap((view) => {
    const type = findType(model, view.type);
    return type ? checkView(model, view, type, locations) : [];
  });
}

function checkView(
  model: Model,
  { kind, fields }: ViewModel,
  type: EntityTypeModel,
  locations: SourceLocations,
): ModelProblem[] {
  const expectedKinds = kindsByView[kind] ?? [];
  const count = Math.max(fields.length, expectedKinds.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const name = fields[index];
    const expected = expectedKinds[index] ?? 'list';
    const owner = kind === 'LANDSCAPE' && index === 1 ? itemType(model, type, fields[0]) : type;
    const field = owner?.fields.find((one) => one.name === name);
    if (kind !== 'TIMELINE' && index >= expectedKinds.length) {
      return [
        locations.problem(type.name, `${expectedKinds.length} fields in @view(kind: ${kind})`, String(fields.length)),
      ];
    }
    if (field && kindOf(field) === expected) return [];
    return [
      locations.problem(
        type.name,
        `${kindDescriptions[expected]} at position ${index + 1} of @view(kind: ${kind})`,
        name ?? 'none',
      ),
    ];
  });
}

function itemType(model: Model, type: EntityTypeModel, name: string | undefined): EntityTypeModel | undefined {
  const field = type.fields.find((one) => one.name === name);
  return field?.kind === 'related' && field.target !== undefined ? findType(model, field.target) : undefined;
}

function kindOf(field: FieldModel): FieldKind | undefined {
  if (field.kind === 'value') return field.scalar === 'Int' ? 'number' : undefined;
  if (field.kind === 'related') return field.isList ? 'list' : 'one';
  return undefined;
}
