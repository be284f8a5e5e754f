import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { SegmentRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked } from '../read/resolvers.js';

/** Resolvers of the segment concept. */
export const segmentResolvers = {
  Query: {
    segment: compiled,
    segments: compiled,
  },
  Segment: {
    ...entityFields,
    tier: picked('tier'),
    companies: picked('companies'),
  },
  SegmentConnection: connectionFields<SegmentRow>(),
  SegmentEdge: edgeFields<SegmentRow>(),
} satisfies ConceptResolvers<'segment' | 'segments', 'Segment' | 'SegmentConnection' | 'SegmentEdge'>;
