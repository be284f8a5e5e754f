import Cypher from '@neo4j/cypher-builder';
import { mark } from '../shared/mark.js';

/** Pattern properties that match only relations created by this project; so were their ends. */
export const ours = { madeBy: new Cypher.Literal(mark) };
