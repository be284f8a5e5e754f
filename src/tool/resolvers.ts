import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the tool concept. */
export const toolResolvers = {
  Query: {
    tool: readRootField,
    tools: readRootField,
  },
  Tool: {
    ...entityFields,
    companies: property('companies'),
    domains: property('domains'),
    techniques: property('techniques'),
    industries: property('industries'),
    stages: property('stages'),
    opportunities: property('opportunities'),
  },
  ToolConnection: { groups: property('groups') },
} satisfies ConceptResolvers<'tool' | 'tools', 'Tool' | 'ToolConnection'>;
