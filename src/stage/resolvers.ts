import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the stage concept. */
export const stageResolvers = {
  Query: {
    stage: readRootField,
    stages: readRootField,
  },
  Stage: {
    ...entityFields,
    techniques: property('techniques'),
    tools: property('tools'),
    industries: property('industries'),
    challenges: property('challenges'),
  },
} satisfies ConceptResolvers<'stage' | 'stages', 'Stage'>;
