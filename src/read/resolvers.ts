import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readOff } from './read-off.js';

/** Resolves a root field: its whole selection is one statement, and its answer the row that the resolvers below read. */
export function compiled<T>(_root: unknown, _args: unknown, context: Context, info: GraphQLResolveInfo): Promise<T> {
  return context.read<T>(info);
}

/** Resolves a field without arguments, whose value stands in its parent's row under its name. */
export function stored<K extends string>(key: K) {
  return readOff(key, <T>(row: Readonly<Record<K, T>>): T => row[key]);
}

/** Resolves a field with arguments from its parent's row, where its value stands under its name or a numbered one. */
export function picked<K extends string>(key: K) {
  return readOff(key, <T>(row: Readonly<Record<K, T>>, _args: unknown, context: Context, info: GraphQLResolveInfo): T =>
    context.value(row, key, info),
  );
}
