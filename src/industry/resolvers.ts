import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { IndustryRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked } from '../read/resolvers.js';

/** Resolvers of the industry concept. */
export const industryResolvers = {
  Query: {
    industry: compiled,
    industries: compiled,
  },
  Industry: {
    ...entityFields,
    tools: picked('tools'),
    domains: picked('domains'),
    techniques: picked('techniques'),
    stages: picked('stages'),
  },
  IndustryConnection: connectionFields<IndustryRow>(),
  IndustryEdge: edgeFields<IndustryRow>(),
} satisfies ConceptResolvers<'industry' | 'industries', 'Industry' | 'IndustryConnection' | 'IndustryEdge'>;
