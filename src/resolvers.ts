import { challengeResolvers } from './challenge/resolvers.js';
import { citationResolvers } from './citation/resolvers.js';
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
import type { Resolvers } from './generated/graphql.js';

/** Every resolver of the schema: a missing one, or a row that drifts from it, fails the compile. */
export const resolvers: Resolvers = {
  ...citationResolvers,
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
};
