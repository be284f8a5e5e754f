import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { StageRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';

/** Resolvers of the stage concept. */
export const stageResolvers = {
  Query: {
    stage: compiled,
    stages: compiled,
  },
  Stage: {
    ...entityFields,
    fromYear: stored('fromYear'),
    toYear: stored('toYear'),
    next: picked('next'),
    previous: picked('previous'),
    techniques: picked('techniques'),
    tools: picked('tools'),
    industries: picked('industries'),
    challenges: picked('challenges'),
  },
  StageConnection: connectionFields<StageRow>(),
  StageEdge: edgeFields<StageRow>(),
} satisfies ConceptResolvers<'stage' | 'stages', 'Stage' | 'StageConnection' | 'StageEdge'>;
