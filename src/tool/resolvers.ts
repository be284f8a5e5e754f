import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { ToolRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';

/** Resolvers of the tool concept. */
export const toolResolvers = {
  Query: {
    tool: compiled,
    tools: compiled,
  },
  Tool: {
    ...entityFields,
    kind: stored('kind'),
    companies: picked('companies'),
    domains: picked('domains'),
    techniques: picked('techniques'),
    industries: picked('industries'),
    stages: picked('stages'),
    opportunities: picked('opportunities'),
  },
  ToolConnection: { ...connectionFields<ToolRow>(), groups: picked('groups') },
  ToolEdge: edgeFields<ToolRow>(),
} satisfies ConceptResolvers<'tool' | 'tools', 'Tool' | 'ToolConnection' | 'ToolEdge'>;
