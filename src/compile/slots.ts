import type { FieldNode } from 'graphql';
import type { SelectedField } from './selection.js';

/** For fields that an operation asks for with several arguments: where each occurrence's value stands, by parent type. */
export type Slots = ReadonlyMap<FieldNode, ReadonlyMap<string, string>>;

/**
 * Numbers the values that one type's field has under different arguments, over the whole root field, where any row holds
 * several of them. The numbers follow the fields' signatures, so that neither aliases nor the order of the query reach
 * the statement's text.
 */
export function assignSlots(root: SelectedField): Slots {
  const fieldsByName = new Map<string, FieldOfType>();
  visit(root, (type, fields) => {
    for (const field of fields) {
      const name = `${type}.${field.name}`;
      const known = fieldsByName.get(name) ?? { variants: new Map<string, Variant>(), isRepeated: false };
      const variant = known.variants.get(field.key) ?? { type, fields: [] };
      variant.fields.push(field);
      known.variants.set(field.key, variant);
      known.isRepeated ||= fields.some((other) => other !== field && other.name === field.name);
      fieldsByName.set(name, known);
    }
  });
  const slots = new Map<FieldNode, Map<string, string>>();
  for (const { variants, isRepeated } of fieldsByName.values()) if (isRepeated) number([...variants.values()], slots);
  return slots;
}

interface FieldOfType {
  /** By the arguments as written. */
  readonly variants: Map<string, Variant>;
  /** Whether any row holds more than one of them. */
  isRepeated: boolean;
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
