import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { ChallengeRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked } from '../read/resolvers.js';

/** Resolvers of the challenge concept. */
export const challengeResolvers = {
  Query: {
    challenge: compiled,
    challenges: compiled,
  },
  Challenge: {
    ...entityFields,
    domains: picked('domains'),
    stages: picked('stages'),
    trends: picked('trends'),
  },
  ChallengeConnection: connectionFields<ChallengeRow>(),
  ChallengeEdge: edgeFields<ChallengeRow>(),
} satisfies ConceptResolvers<'challenge' | 'challenges', 'Challenge' | 'ChallengeConnection' | 'ChallengeEdge'>;
