/**
 * The mark of what this project has written: the label of every node, and the value of the property `madeBy` of every
 * relation. What lacks it belongs to somebody else, and is neither shown, changed nor removed.
 */
export const mark = 'AigcAtlas';
