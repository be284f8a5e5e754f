import type { Expect } from './check-model.js';
import { findType, type EntityTypeModel, type FieldModel, type Model, type ViewModel } from './model.js';

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
export function checkViews(model: Model, expect: Expect): void {
  for (const view of model.views) {
    const type = findType(model, view.type);
    if (type) checkView(model, view, type, expect);
  }
}

function checkView(model: Model, { kind, fields }: ViewModel, type: EntityTypeModel, expect: Expect): void {
  const expectedKinds = kindsByView[kind] ?? [];
  // The lists of a timeline follow its two numbers; other views have a fixed number of fields.
  const count = kind === 'TIMELINE' ? Math.max(fields.length, expectedKinds.length) : expectedKinds.length;
  for (let index = 0; index < count; index += 1) {
    const name = fields[index];
    const expectedKind = expectedKinds[index] ?? 'list';
    const owner = kind === 'LANDSCAPE' && index === 1 ? itemType(model, type, fields[0]) : type;
    const field = owner?.fields.find((one) => one.name === name);
    const expected = `${kindDescriptions[expectedKind]} at position ${index + 1} of @view(kind: ${kind})`;
    expect(field && kindOf(field) === expectedKind, type.name, expected, name ?? 'none');
  }
  const expectedCount = `${expectedKinds.length} fields in @view(kind: ${kind})`;
  expect(fields.length <= count, type.name, expectedCount, String(fields.length));
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
