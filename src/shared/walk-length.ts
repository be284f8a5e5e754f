/** Bounds of the maximum number of relations in a path: 6 by default, at most 10. */
export const walkLength = { least: 1, most: 10, otherwise: 6 };
