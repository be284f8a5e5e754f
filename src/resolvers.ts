import { challengeResolvers } from './challenge/resolvers.js';
import { companyResolvers } from './company/resolvers.js';
import { datasetResolvers } from './dataset/resolvers.js';
import { graphResolvers } from './graph/resolvers.js';
import { pathResolvers } from './path/resolvers.js';
import { searchResolvers } from './search/resolvers.js';
import { similarResolvers } from './similar/resolvers.js';
import { domainResolvers } from './domain/resolvers.js';
import { entityResolvers } from './entity/resolvers.js';
import { industryResolvers } from './industry/resolvers.js';
import { nodeResolvers } from './node/resolvers.js';
import { opportunityResolvers } from './opportunity/resolvers.js';
import { regionResolvers } from './region/resolvers.js';
import { relationResolvers } from './relation/resolvers.js';
import { sectionResolvers } from './section/resolvers.js';
import { segmentResolvers } from './segment/resolvers.js';
import { stageResolvers } from './stage/resolvers.js';
import { statisticResolvers } from './statistic/resolvers.js';
import { techniqueResolvers } from './technique/resolvers.js';
import { tierResolvers } from './tier/resolvers.js';
import { toolResolvers } from './tool/resolvers.js';
import { trendResolvers } from './trend/resolvers.js';
import type { Resolvers, ResolversParentTypes } from './generated/graphql.js';

const all = {
  ...companyResolvers,
  ...toolResolvers,
  ...domainResolvers,
  ...regionResolvers,
  ...tierResolvers,
  ...segmentResolvers,
  ...techniqueResolvers,
  ...stageResolvers,
  ...industryResolvers,
  ...statisticResolvers,
  ...opportunityResolvers,
  ...challengeResolvers,
  ...trendResolvers,
  ...sectionResolvers,
  ...datasetResolvers,
  ...entityResolvers,
  ...nodeResolvers,
  ...graphResolvers,
  ...pathResolvers,
  ...similarResolvers,
  ...searchResolvers,
  ...relationResolvers,
  Query: {
    ...companyResolvers.Query,
    ...toolResolvers.Query,
    ...domainResolvers.Query,
    ...regionResolvers.Query,
    ...tierResolvers.Query,
    ...segmentResolvers.Query,
    ...techniqueResolvers.Query,
    ...stageResolvers.Query,
    ...industryResolvers.Query,
    ...statisticResolvers.Query,
    ...opportunityResolvers.Query,
    ...challengeResolvers.Query,
    ...trendResolvers.Query,
    ...sectionResolvers.Query,
    ...datasetResolvers.Query,
    ...nodeResolvers.Query,
    ...relationResolvers.Query,
    ...graphResolvers.Query,
    ...pathResolvers.Query,
    ...similarResolvers.Query,
    ...searchResolvers.Query,
  },
} satisfies Resolvers;

type RowType = Exclude<keyof Resolvers & keyof ResolversParentTypes, 'Query' | 'Entity' | 'Node' | 'JSON'>;

type FieldResolvers<Type extends RowType> = NonNullable<Resolvers[Type]>;

type OwnResolvers<Type> = Type extends keyof typeof all ? (typeof all)[Type] : object;

type Returned<FieldResolver> = FieldResolver extends (...args: never) => infer Value ? Awaited<Value> : never;

// The fields of a type that have no resolver, and that GraphQL's default one does not find in the row as the schema wants.
type UnreadFields<Type extends RowType> = {
  [
    Field in Exclude<keyof FieldResolvers<Type>, keyof OwnResolvers<Type> | '__isTypeOf'>
  ]-?: ResolversParentTypes[Type] extends Readonly<Record<Field, infer Value>>
    ? [Value] extends [Returned<NonNullable<FieldResolvers<Type>[Field]>>]
      ? never
      : Field
    : Field;
}[Exclude<keyof FieldResolvers<Type>, keyof OwnResolvers<Type> | '__isTypeOf'>];

type UnreadField = {
  [Type in RowType]: [UnreadFields<Type>] extends [never] ? never : [Type, UnreadFields<Type>];
}[RowType];

/**
 * Every resolver of the schema: root fields, fields with arguments, and the types of interfaces. All other fields are read
 * by GraphQL's default resolver; one that a row lacks, or has as another type than the schema's, fails the compile here.
 */
export const resolvers: [UnreadField] extends [never] ? Resolvers : UnreadField = all;
