import type { FieldNode } from 'graphql';
import { findField, type SelectedField } from './selection.js';

/** For fields that an operation asks for with several arguments: where each occurrence's value stands, by parent type. */
export type Slots = ReadonlyMap<FieldNode, ReadonlyMap<string, string>>;

/**
 * Numbers the values that one type's field has under different arguments, over the whole root field, where any row holds
 * several of them. The numbers follow the fields' signatures, so that neither aliases nor the order of the query reach
 * the statement's text.
 */
export function assignSlots(root: SelectedField): Slots {
  const variants = new Map<string, Map<string, Variant>>();
  const repeated = new Set<string>();
  visit(root, (type, row) => {
    for (const field of row) {
      const name = `${type}.${field.name}`;
      const ofField = variants.get(name) ?? new Map<string, Variant>();
      const variant = ofField.get(field.key) ?? { type, fields: [] };
      variant.fields.push(field);
      variants.set(name, ofField.set(field.key, variant));
      if (findField(row, field.name) !== field) repeated.add(name);
    }
  });
  const slots = new Map<FieldNode, Map<string, string>>();
  for (const name of repeated) number([...(variants.get(name)?.values() ?? [])], slots);
  return slots;
}

/** Occurrences of one type's field under the same arguments. */
interface Variant {
  readonly type: string;
  readonly fields: SelectedField[];
}

function number(variants: readonly Variant[], slots: Map<FieldNode, Map<string, string>>): void {
  const sorted = [...variants].sort((a, b) => compare(signatures(a.fields), signatures(b.fields)));
  sorted.forEach(({ type, fields }, index) => {
    for (const field of fields) {
      field.slot = `${field.name}_${index + 1}`;
      for (const node of field.occurrences) {
        slots.set(node, (slots.get(node) ?? new Map<string, string>()).set(type, field.slot));
      }
    }
  });
}

// What a connection's nodes are asked for may be the very selection that stands below it.
function visit(
  field: SelectedField,
  see: (type: string, row: readonly SelectedField[]) => void,
  seen = new Set<readonly SelectedField[]>(),
): void {
  for (const [type, row] of [...field.selection, ...field.nodes]) {
    if (seen.has(row)) continue;
    seen.add(row);
    see(type, row);
    for (const inner of row) visit(inner, see, seen);
  }
}

function signatures(fields: readonly SelectedField[]): string {
  return fields
    .map(({ signature }) => signature)
    .toSorted()
    .join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
