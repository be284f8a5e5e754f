import { property, requiredText, text } from '../execute/resolvers.js';

/** Resolvers that every type of entity has. */
export const entityFields = {
  name: requiredText('name'),
  summary: text('summary'),
  relations: property('relations'),
};
