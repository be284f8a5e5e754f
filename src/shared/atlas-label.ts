/**
 * Marks the data of this project: the label of every node, and the value of the property `madeBy` of every relation.
 * Data without it belongs to someone else and is not read, changed or removed. It is also the value of the property
 * `heldBy` of the relations that are not refuted, so that a pattern can match only these.
 */
export const atlasLabel = 'AigcAtlas';
