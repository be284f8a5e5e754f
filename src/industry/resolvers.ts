import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the industry concept. */
export const industryResolvers = {
  Query: {
    industry: readRootField,
    industries: readRootField,
  },
  Industry: {
    ...entityFields,
    tools: property('tools'),
    domains: property('domains'),
    techniques: property('techniques'),
    stages: property('stages'),
  },
} satisfies ConceptResolvers<'industry' | 'industries', 'Industry'>;
