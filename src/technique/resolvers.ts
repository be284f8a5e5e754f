import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the technique concept. */
export const techniqueResolvers = {
  Query: {
    technique: readRootField,
    techniques: readRootField,
  },
  Technique: {
    ...entityFields,
    tools: property('tools'),
    companies: property('companies'),
    domains: property('domains'),
    industries: property('industries'),
    stages: property('stages'),
  },
  TechniqueConnection: { groups: property('groups') },
} satisfies ConceptResolvers<'technique' | 'techniques', 'Technique' | 'TechniqueConnection'>;
