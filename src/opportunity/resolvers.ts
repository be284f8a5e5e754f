import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { OpportunityRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';

/** Resolvers of the opportunity concept. */
export const opportunityResolvers = {
  Query: {
    opportunity: compiled,
    opportunities: compiled,
  },
  Opportunity: {
    ...entityFields,
    audience: stored('audience'),
    tools: picked('tools'),
  },
  OpportunityConnection: connectionFields<OpportunityRow>(),
  OpportunityEdge: edgeFields<OpportunityRow>(),
} satisfies ConceptResolvers<
  'opportunity' | 'opportunities',
  'Opportunity' | 'OpportunityConnection' | 'OpportunityEdge'
>;
