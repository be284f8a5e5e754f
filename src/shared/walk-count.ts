/** How many walks are found between two entities: 1 unless given, 25 at most. */
export const walkCount = { least: 0, most: 25, otherwise: 1 };
