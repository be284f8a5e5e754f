import Cypher from '@neo4j/cypher-builder';
import { atlasLabel } from '../shared/atlas-label.js';

/** Properties of a relation in a pattern. */
export type RelationProperties = Readonly<Record<string, Cypher.Literal>>;

/** Pattern properties that match only relations created by this project; so were their ends. */
export const allRelations: RelationProperties = { madeBy: new Cypher.Literal(atlasLabel) };

/** Pattern properties that match only the relations of this project that count: those that are not refuted. */
export const countedRelations: RelationProperties = { heldBy: new Cypher.Literal(atlasLabel) };
