import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { TechniqueRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked } from '../read/resolvers.js';

/** Resolvers of the technique concept. */
export const techniqueResolvers = {
  Query: {
    technique: compiled,
    techniques: compiled,
  },
  Technique: {
    ...entityFields,
    tools: picked('tools'),
    companies: picked('companies'),
    domains: picked('domains'),
    industries: picked('industries'),
    stages: picked('stages'),
  },
  TechniqueConnection: { ...connectionFields<TechniqueRow>(), groups: picked('groups') },
  TechniqueEdge: edgeFields<TechniqueRow>(),
} satisfies ConceptResolvers<'technique' | 'techniques', 'Technique' | 'TechniqueConnection' | 'TechniqueEdge'>;
