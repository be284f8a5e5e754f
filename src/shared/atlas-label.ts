/**
 * Marks the data of this project: the label of every node, and the value of the property `madeBy` of every relation.
 * Data without it belongs to someone else and is not read, changed or removed.
 */
export const atlasLabel = 'AigcAtlas';
