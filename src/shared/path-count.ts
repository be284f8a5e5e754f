/** Bounds of the number of paths between two entities: 1 by default, at most 25. */
export const pathCountBounds = { min: 0, max: 25, defaultValue: 1 };
