import { isListType, isNonNullType } from 'graphql';
import type Cypher from '@neo4j/cypher-builder';
import type { SelectedField } from './selection.js';
import { asItIs, thereOrTorn, typeField, type Reading, type Wording } from './reading.js';
import type { Value } from './value.js';

/**
 * How the answer words a row of these fields; undefined where the row's values are not the answer's: under an alias, in
 * a language, or where the schema has a resolver that makes something of them.
 */
export function wordingOf(fields: readonly SelectedField[], typename?: string): Wording | undefined {
  const names = fields[0]?.siblings ?? [];
  const known = new Set(fields.filter(isReadOff).map(({ name }) => name));
  const isWorded = names.every((name) => (name === typeField ? typename !== undefined : known.has(name)));
  return isWorded && known.size === fields.length ? { names, typename } : undefined;
}

/** A stored value as it is answered. */
export function leaf(field: SelectedField, expression: Cypher.Expr): Value {
  return { expression, ...readingOfLeaf(field) };
}

/** Reads a stored value: one that is never null is there, or what was read is torn. */
export function readingOfLeaf({ definition: { type }, isLocalized }: SelectedField): Reading {
  const isRequired = isNonNullType(type);
  // That a list is there, nothing looks at; of a text in a language there are two.
  return {
    read: isRequired && !isListType(type.ofType) ? thereOrTorn : asItIs,
    isVerbatim: !isLocalized && !(isRequired && isListType(type.ofType)),
  };
}

function isReadOff({ name, slot, isLocalized, definition, occurrences }: SelectedField): boolean {
  const isNamed = occurrences.every(({ alias }) => alias === undefined || alias.value === name);
  return isNamed && slot === name && !isLocalized && definition.resolve === undefined;
}
