import { hash } from 'node:crypto';
import type { EntityTypeModel, FieldModel, Model } from './model.js';

/** The name of the function in `src/execute/resolvers.ts` that resolves a field. */
export type ResolverName = 'readRootField' | 'property' | 'text' | 'requiredText';

/** The resolvers of a model's types, by type and field. Other fields use GraphQL's default resolver. */
export type FieldResolvers = ReadonlyMap<string, ReadonlyMap<string, ResolverName>>;

/** Lists the resolvers of a model. Only root fields and fields with arguments need one. */
export function fieldResolversOf({ types }: Model): FieldResolvers {
  const rootFields = types.flatMap(({ field, listField }) => [field, listField]);
  return new Map([
    ['Query', new Map(rootFields.map((name) => [name, 'readRootField'] as const))],
    ...types.flatMap((type) => resolversOf(type)),
  ]);
}

/** Hashes the resolvers, to compare those of two models. */
export function hashResolvers(resolvers: FieldResolvers): string {
  return hash('sha1', JSON.stringify([...resolvers].map(([type, fields]) => [type, ...fields])), 'base64url');
}

function resolversOf({ name, fields }: EntityTypeModel): [string, ReadonlyMap<string, ResolverName>][] {
  const resolvers = new Map<string, ResolverName>([
    ['name', 'requiredText'],
    ['summary', 'text'],
    ['relations', 'property'],
  ]);
  for (const field of fields) {
    const resolver = resolverOf(field);
    if (resolver) resolvers.set(field.name, resolver);
  }
  const isGrouped = fields.some(({ group }) => group !== undefined);
  return [[name, resolvers], ...(isGrouped ? [groupsOf(name)] : [])];
}

function groupsOf(name: string): [string, ReadonlyMap<string, ResolverName>] {
  return [`${name}Connection`, new Map([['groups', 'property']])];
}

function resolverOf(field: FieldModel): ResolverName | undefined {
  if (field.kind === 'cited') return 'property';
  if (field.kind === 'related') return field.isList ? 'property' : undefined;
  if (!field.isLocalized) return undefined;
  return field.isNonNull ? 'requiredText' : 'text';
}
