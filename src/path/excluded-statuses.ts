/** Statuses of the relations that paths, neighborhoods and `similar` do not follow by default. */
export const excludedStatuses: readonly string[] = ['REFUTED'];
