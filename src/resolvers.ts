import type { IExecutableSchemaDefinition } from '@graphql-tools/schema';
import { baseResolvers } from './execute/base-resolvers.js';
import { property, readRootField, requiredText, text } from './execute/resolvers.js';
import type { Resolvers, ResolversParentTypes } from './generated/graphql.js';
import { modelResolvers, modelResolversHash } from './generated/resolvers.js';
import { fieldResolversOf, hashResolvers, type FieldResolvers, type ResolverName } from './model/field-resolvers.js';
import type { Model } from './model/model.js';

/**
 * All resolvers of a model's API: for root fields, fields with arguments, and the types of interfaces. GraphQL's
 * default resolver reads all other fields. The project's own model uses the resolvers that codegen has generated; for
 * any other model they are built from the model at run time. If a row lacks a field of the project's schema or has it
 * with another type, this function does not compile.
 */
export function resolversOf(
  model: Model,
): [MismatchedRow, MissingRootField] extends [never, never] ? SchemaResolvers : never {
  const fields = fieldResolversOf(model);
  const isGenerated = hashResolvers(fields) === modelResolversHash;
  return isGenerated ? mergeResolvers(modelResolvers, model) : mergeResolvers(buildResolvers(fields), model);
}

type SchemaResolvers = NonNullable<IExecutableSchemaDefinition['resolvers']>;

type ModelResolvers = Readonly<Record<string, object>> & { readonly Query: object };

function mergeResolvers<Own extends ModelResolvers>(own: Own, model: Model) {
  const base = baseResolvers(model);
  return { ...own, ...base, Query: { ...own.Query, ...base.Query } };
}

type FieldResolver = ReturnType<typeof property> | ReturnType<typeof text> | typeof readRootField;

const resolverFactories: Readonly<Record<ResolverName, (field: string) => FieldResolver>> = {
  readRootField: () => readRootField,
  property,
  text,
  requiredText,
};

function buildResolvers(fields: FieldResolvers): ModelResolvers {
  const types = [...fields].map(([type, resolvers]): [string, object] => [
    type,
    Object.fromEntries([...resolvers].map(([field, name]) => [field, resolverFactories[name](field)])),
  ]);
  return { Query: {}, ...Object.fromEntries(types) };
}

type AllResolvers = ReturnType<typeof mergeResolvers<typeof modelResolvers>>;

type RowType = Exclude<keyof Resolvers & keyof ResolversParentTypes, 'Query' | 'Entity' | 'Node' | 'JSON'>;

type FieldsOf<Type extends RowType> = NonNullable<Resolvers[Type]>;

type OwnResolvers<Type> = Type extends keyof AllResolvers ? AllResolvers[Type] : object;

type Returned<Resolver> = Resolver extends (...args: never) => infer Value ? Awaited<Value> : never;

type DefaultFields<Type extends RowType> = Exclude<keyof FieldsOf<Type>, keyof OwnResolvers<Type> | '__isTypeOf'>;

// The fields of a type that have no resolver, and whose value in the row is missing or does not have the schema's type.
type MismatchedFields<Type extends RowType> = {
  [Field in DefaultFields<Type>]-?: ResolversParentTypes[Type] extends Readonly<Record<Field, infer Value>>
    ? [Value] extends [Returned<NonNullable<FieldsOf<Type>[Field]>>]
      ? never
      : Field
    : Field;
}[DefaultFields<Type>];

type MismatchedRow = {
  [Type in RowType]: [MismatchedFields<Type>] extends [never] ? never : [Type, MismatchedFields<Type>];
}[RowType];

type MissingRootField = Exclude<keyof NonNullable<Resolvers['Query']>, keyof AllResolvers['Query']>;
