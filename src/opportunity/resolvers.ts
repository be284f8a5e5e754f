import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the opportunity concept. */
export const opportunityResolvers = {
  Query: {
    opportunity: readRootField,
    opportunities: readRootField,
  },
  Opportunity: {
    ...entityFields,
    tools: property('tools'),
  },
} satisfies ConceptResolvers<'opportunity' | 'opportunities', 'Opportunity'>;
