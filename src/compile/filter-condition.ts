import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { isPresent } from './page.js';

/**
 * Whether a filter value restricts a list. Absent values, null, and input objects without conditions at any depth do
 * not. An empty list of values does: no value is in it. An `or` restricts only if it has alternatives and each of them
 * does.
 */
export function hasCondition(type: GraphQLInputType, value: unknown): boolean {
  const input = getNullableType(type);
  if (!isPresent(value)) return false;
  if (!isInputObjectType(input)) return true;
  return Object.values(input.getFields()).some(({ name, type: inner }) => {
    const part: unknown = Reflect.get(Object(value), name);
    const list = getNullableType(inner);
    if (!isListType(list) || !isInputObjectType(getNullableType(list.ofType))) return hasCondition(inner, part);
    const items: readonly unknown[] = Array.isArray(part) ? part : [];
    const restricts = (item: unknown): boolean => hasCondition(list.ofType, item);
    return name === 'or' ? items.length > 0 && items.every(restricts) : items.some(restricts);
  });
}
