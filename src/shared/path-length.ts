/** Bounds of the maximum number of relations in a path: 6 by default, at most 10. */
export const pathLengthBounds = { min: 1, max: 10, defaultValue: 6 };
