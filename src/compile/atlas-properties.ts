import Cypher from '@neo4j/cypher-builder';
import { atlasLabel } from '../shared/atlas-label.js';

/** Pattern properties that match only relations created by this project; so were their ends. */
export const atlasProperties = { madeBy: new Cypher.Literal(atlasLabel) };
