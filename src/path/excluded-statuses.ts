/** Statuses of the relations that paths exclude by default. */
export const excludedStatuses: readonly string[] = ['REFUTED'];
