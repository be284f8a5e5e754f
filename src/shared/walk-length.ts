/** How many relations a walk may have: 6 unless given, 10 at most. */
export const walkLength = { least: 1, most: 10, otherwise: 6 };
