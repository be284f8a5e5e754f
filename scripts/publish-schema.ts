import { buildSchema } from '../src/schema.js';
import { publish } from './published-schema.js';

publish(buildSchema());
