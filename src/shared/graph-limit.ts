/** The number of entities of `graph` and `neighborhood`: the values of `limit`, and the one without it. */
export const graphLimitBounds = { min: 0, max: 10_000, defaultValue: 500 };
