import type Cypher from '@neo4j/cypher-builder';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
} from 'graphql';
import type { Compilation } from '../compilation.js';
import type { Filter } from '../filter.js';
import { toOrderKeys, type OrderKey, type OrderStep } from '../keyset.js';
import type { SelectedField } from '../selection.js';
import { nodeTypeOf } from '../source.js';

/** The keys of a list field's `orderBy` argument. */
export function orderOf(compilation: Compilation, field: SelectedField): readonly OrderKey[] {
  const definition = field.definition.args.find(({ name }) => name === 'orderBy');
  const input = definition && getNamedType(definition.type);
  const order = isInputObjectType(input) ? getNamedType(input.getFields()['field']?.type) : undefined;
  const steps = field.args['orderBy'];
  const hasSeveralTypes = isAbstractType(nodeTypeOf(getNamedType(field.definition.type)));
  return toOrderKeys(
    compilation.schema,
    asEnum(order),
    Array.isArray(steps) ? (steps as OrderStep[]) : [],
    hasSeveralTypes,
  );
}

function asEnum(type: unknown): GraphQLEnumType | undefined {
  return isEnumType(type) ? type : undefined;
}

/** The filter of a list field's `where` argument, applied to the listed node. */
export function filterOf(compilation: Compilation, field: SelectedField, node: Cypher.Node): Filter {
  const value = field.args['where'];
  return {
    compilation,
    field,
    type: whereType(field),
    value: typeof value === 'object' && value !== null ? (value as Filter['value']) : {},
    read: (args) => (typeof args === 'object' && args !== null && 'where' in args ? args.where : undefined),
    node,
  };
}

function whereType(field: SelectedField): GraphQLInputObjectType {
  const definition = field.definition.args.find(({ name }) => name === 'where');
  const type = definition && getNullableType(definition.type);
  if (!isInputObjectType(type) || isListType(type)) throw new TypeError(`${field.name} must have a where argument.`);
  return type;
}
