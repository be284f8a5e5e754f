import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { DomainRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked } from '../read/resolvers.js';

/** Resolvers of the domain concept. */
export const domainResolvers = {
  Query: {
    domain: compiled,
    domains: compiled,
  },
  Domain: {
    ...entityFields,
    tools: picked('tools'),
    companies: picked('companies'),
    techniques: picked('techniques'),
    industries: picked('industries'),
    challenges: picked('challenges'),
  },
  DomainConnection: connectionFields<DomainRow>(),
  DomainEdge: edgeFields<DomainRow>(),
} satisfies ConceptResolvers<'domain' | 'domains', 'Domain' | 'DomainConnection' | 'DomainEdge'>;
