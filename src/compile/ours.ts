import Cypher from '@neo4j/cypher-builder';
import { mark } from '../shared/mark.js';

/** The properties by which a pattern takes only relations of ours; their ends are ours, too. */
export const ours = { madeBy: new Cypher.Literal(mark) };
