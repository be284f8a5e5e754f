/** Bounds of the number of paths between two entities: 1 by default, at most 25. */
export const walkCount = { least: 0, most: 25, otherwise: 1 };
