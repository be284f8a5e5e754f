import type Cypher from '@neo4j/cypher-builder';
import { getNamedType, getNullableType, isAbstractType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import type { Compilation } from '../compilation.js';
import type { Filter } from '../filter.js';
import { asInput, asList } from '../filter-condition.js';
import { toOrderKeys, type OrderKey, type OrderStep } from '../keyset.js';
import type { SelectedField } from '../selection.js';
import { nodeTypeOf } from '../source.js';

/** The keys of a list field's `orderBy` argument. */
export function orderOf(compilation: Compilation, field: SelectedField): readonly OrderKey[] {
  const definition = field.definition.args.find(({ name }) => name === 'orderBy');
  const input = definition && getNamedType(definition.type);
  const order = isInputObjectType(input) ? getNamedType(input.getFields()['field']?.type) : undefined;
  const steps = asList(field.args['orderBy']) as OrderStep[]; // coerced by graphql to these input objects
  const hasSeveralTypes = isAbstractType(nodeTypeOf(getNamedType(field.definition.type)));
  return toOrderKeys(compilation.schema, order, steps, hasSeveralTypes);
}

/** The filter of a list field's `where` argument, applied to the listed node. */
export function filterOf(compilation: Compilation, field: SelectedField, node: Cypher.Node): Filter {
  return {
    compilation,
    field,
    type: whereType(field),
    value: asInput(field.args['where']),
    read: (args) => asInput(args)['where'],
    node,
  };
}

function whereType(field: SelectedField): GraphQLInputObjectType {
  const definition = field.definition.args.find(({ name }) => name === 'where');
  const type = definition && getNullableType(definition.type);
  if (!isInputObjectType(type)) throw new TypeError(`${field.name} must have a where argument.`);
  return type;
}
